export { assessFee, rowFee, type AssessedFee, type AssessedLine, type CopiedRow } from './assess-fee.js';
