import en from '../../messages/en/versions.json';
import vi from '../../messages/vi/versions.json';
import { addMessages } from '../../shell/language';

addMessages('versions', vi, en);
