import en from '../../messages/en/my-data.json';
import vi from '../../messages/vi/my-data.json';
import { addMessages } from '../../shell/language';

addMessages('myData', vi, en);
