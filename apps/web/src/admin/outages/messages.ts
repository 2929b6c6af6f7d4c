import en from '../../messages/en/outages.json';
import vi from '../../messages/vi/outages.json';
import { addMessages } from '../../shell/language';

addMessages('outages', vi, en);
