import en from '../messages/en/counter.json';
import vi from '../messages/vi/counter.json';
import { addMessages } from '../shell/language';

addMessages('counter', vi, en);
