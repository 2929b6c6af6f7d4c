import en from '../../messages/en/persons.json';
import vi from '../../messages/vi/persons.json';
import { addMessages } from '../../shell/language';

addMessages('persons', vi, en);
