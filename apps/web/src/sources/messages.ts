import en from '../messages/en/sources.json';
import vi from '../messages/vi/sources.json';
import { addMessages } from '../shell/language';

addMessages('sources', vi, en);
