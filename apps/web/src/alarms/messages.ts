import en from '../messages/en/alarms.json';
import vi from '../messages/vi/alarms.json';
import { addMessages } from '../shell/language';

addMessages('alarms', vi, en);
