import en from '../../messages/en/authority.json';
import vi from '../../messages/vi/authority.json';
import { addMessages } from '../../shell/language';

addMessages('authority', vi, en);
