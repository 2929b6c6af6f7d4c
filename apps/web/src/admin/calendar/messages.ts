import en from '../../messages/en/calendar.json';
import vi from '../../messages/vi/calendar.json';
import { addMessages } from '../../shell/language';

addMessages('calendar', vi, en);
