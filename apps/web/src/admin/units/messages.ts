import en from '../../messages/en/units.json';
import vi from '../../messages/vi/units.json';
import { addMessages } from '../../shell/language';

addMessages('units', vi, en);
