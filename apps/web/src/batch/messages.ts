import en from '../messages/en/batch.json';
import vi from '../messages/vi/batch.json';
import { addMessages } from '../shell/language';

addMessages('batch', vi, en);
