import en from '../../messages/en/local-rules.json';
import vi from '../../messages/vi/local-rules.json';
import { addMessages } from '../../shell/language';

addMessages('localRules', vi, en);
