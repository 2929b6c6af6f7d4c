import en from '../../messages/en/non-boundary.json';
import vi from '../../messages/vi/non-boundary.json';
import { addMessages } from '../../shell/language';

addMessages('nonBoundary', vi, en);
