import en from '../../messages/en/once-only.json';
import vi from '../../messages/vi/once-only.json';
import { addMessages } from '../../shell/language';

addMessages('onceOnly', vi, en);
