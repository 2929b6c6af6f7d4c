import en from '../messages/en/dossiers.json';
import vi from '../messages/vi/dossiers.json';
import { addMessages } from '../shell/language';

addMessages('dossiers', vi, en);
