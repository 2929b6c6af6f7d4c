import en from '../messages/en/review.json';
import vi from '../messages/vi/review.json';
import { addMessages } from '../shell/language';

addMessages('review', vi, en);
