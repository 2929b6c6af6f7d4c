import en from '../messages/en/citizen.json';
import vi from '../messages/vi/citizen.json';
import { addMessages } from '../shell/language';

addMessages('citizen', vi, en);
