import en from '../../messages/en/signing-keys.json';
import vi from '../../messages/vi/signing-keys.json';
import { addMessages } from '../../shell/language';

addMessages('signingKeys', vi, en);
