import en from '../messages/en/registers.json';
import vi from '../messages/vi/registers.json';
import { addMessages } from '../shell/language';

addMessages('registers', vi, en);
