import en from '../messages/en/cover.json';
import vi from '../messages/vi/cover.json';
import { addMessages } from '../shell/language';

addMessages('cover', vi, en);
