import en from '../messages/en/transfers.json';
import vi from '../messages/vi/transfers.json';
import { addMessages } from '../shell/language';

addMessages('transfers', vi, en);
