export { assessFee, type AssessedFee, type AssessedLine } from './assess-fee.js';
