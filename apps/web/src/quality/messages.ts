import en from '../messages/en/quality.json';
import vi from '../messages/vi/quality.json';
import { addMessages } from '../shell/language';

addMessages('quality', vi, en);
