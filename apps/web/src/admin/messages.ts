import en from '../messages/en/admin.json';
import vi from '../messages/vi/admin.json';
import { addMessages } from '../shell/language';

addMessages('admin', vi, en);
