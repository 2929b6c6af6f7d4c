import en from '../../messages/en/procedures.json';
import vi from '../../messages/vi/procedures.json';
import { addMessages } from '../../shell/language';

addMessages('procedures', vi, en);
