import { client, result } from '../api/client';
import type { components } from '../api/schema';

type Schemas = components['schemas'];
export type RegisterPage = Schemas['RegisterPageDto'];
export type RegisterRow = Schemas['RegisterRowDto'];
export type RegisterExport = Schemas['RegisterExportDto'];
export type VoidNumber = Schemas['VoidNumberDto'];
export type NumberKey = Schemas['NumberKeyDto'];
export type VoidReason = Schemas['ProposeVoidDto']['reason'];

export const REGISTERS = ['dossiers', 'outgoing', 'certified-copies', 'extracts'] as const;
export type RegisterName = (typeof REGISTERS)[number];

/** Which part of which register is looked at. */
export interface RegisterFilter {
  register: RegisterName;
  from: string;
  to: string;
  asOfDay: string;
  unit: string;
  /** The unit that has the dossier now. */
  holder: string;
  procedure: string;
}

/** Lines of one page. */
export const LINES = 50;

/** What was filled in; nothing is sent that is empty. */
function asked({ from, to, asOfDay, unit, holder, procedure }: RegisterFilter) {
  return { ...(from && { from }), ...(to && { to }), ...(asOfDay && { asOfDay }), ...(unit && { unit }), ...(holder && { holder }), ...(procedure && { procedure }) };
}

export const readRegister = (filter: RegisterFilter, offset: number) =>
  result(client.GET('/api/registers/{register}', { params: { path: { register: filter.register }, query: { ...asked(filter), offset, limit: LINES } } }));

export const orderExport = (filter: RegisterFilter, order: { format: 'pdf' | 'xlsx'; language: 'vi' | 'en'; purpose: string }) =>
  result(client.POST('/api/registers/{register}/exports', { params: { path: { register: filter.register } }, body: { ...asked(filter), ...order } }));

export const listExports = () => result(client.GET('/api/register-exports'));
export const listVoids = () => result(client.GET('/api/void-numbers'));
export const proposeVoid = (key: NumberKey, reason: VoidReason, note: string) => result(client.POST('/api/void-numbers', { body: { ...key, reason, note } }));
export const approveVoid = (id: string) => result(client.POST('/api/void-numbers/{id}/approval', { params: { path: { id } } }));
export const rejectVoid = (id: string, reason: string) => result(client.POST('/api/void-numbers/{id}/rejection', { params: { path: { id } }, body: { ...(reason && { reason }) } }));
