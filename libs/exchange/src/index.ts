export { type AgencyEvent, type AgencyEventKind, type AgencyMessage, type AgencyPort, type AgencyResult, type AskedItem, type Receipt } from './agency-port.js';
export { Agencies, type AgencyConnection } from './agencies.js';
export { Breaker, type BreakerRules } from './breaker.js';
export { ExchangeError, type ExchangeFault } from './exchange-error.js';
export { HttpAgency, type HttpRules } from './http-agency.js';
export { SIGNATURE_HEADER, TIME_HEADER, isSigned, signatureOf } from './sign.js';
