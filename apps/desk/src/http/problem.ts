import { HttpException } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DomainError, type ProblemCode } from '@app/kernel';

/** One faulty field of a request. */
export class ProblemField {
  @ApiProperty({ description: 'JSON pointer of the field in the request body', example: '/declaration/birthDate' })
  pointer!: string;

  @ApiProperty()
  vi!: string;

  @ApiProperty()
  en!: string;
}

/** The body of every refusal (RFC 9457), with the sentence in both languages. */
export class ProblemBody {
  @ApiProperty({ example: 'urn:mot-cua:problem:act.stale' })
  type!: string;

  @ApiProperty({ description: 'The kind of refusal in a few Vietnamese words' })
  title!: string;

  @ApiProperty({ description: 'The HTTP status' })
  status!: number;

  @ApiProperty({ description: 'One of the closed list in docs/problems.md' })
  code!: string;

  @ApiProperty({ description: 'What happened, what was kept, what to do: in Vietnamese' })
  detail!: string;

  @ApiProperty({ description: 'The same in English' })
  detailEn!: string;

  @ApiPropertyOptional({ type: [ProblemField] })
  fields?: ProblemField[];

  @ApiPropertyOptional({ type: [String], description: 'The acts possible instead' })
  possible?: string[];

  @ApiPropertyOptional({ type: 'object', additionalProperties: true, description: 'Further facts, such as who changed a dossier' })
  facts?: Record<string, unknown>;

  @ApiProperty({ description: 'To quote when asking for help; the log has the same' })
  requestId!: string;
}

/** The words above a refusal, by HTTP status. */
const TITLES: Readonly<Record<number, string>> = {
  400: 'Yêu cầu chưa đúng',
  401: 'Cần đăng nhập',
  403: 'Không được phép',
  404: 'Không tìm thấy',
  409: 'Chưa thể thực hiện lúc này',
  413: 'Quá lớn',
  415: 'Loại tệp không được nhận',
  422: 'Cần sửa hoặc bổ sung',
  429: 'Thao tác quá nhanh',
  502: 'Dịch vụ bên ngoài không trả lời',
  503: 'Hệ thống đang bận',
  507: 'Hết chỗ lưu trữ',
};

/** The body that tells a refusal. */
export function problemBody(error: DomainError, requestId: string): ProblemBody {
  const { status } = error.problem;
  const { fields, possible, facts } = error.details;
  return {
    type: `urn:mot-cua:problem:${error.code}`,
    title: TITLES[status] ?? 'Hệ thống gặp lỗi',
    status,
    code: error.code,
    detail: error.sentence('vi'),
    detailEn: error.sentence('en'),
    ...(fields && { fields: fields.map((field) => ({ ...field })) }),
    ...(possible && { possible: [...possible] }),
    ...(facts && { facts: { ...facts } }),
    requestId,
  };
}

/** What the framework refuses with, in our words. */
const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'request.not-json',
  401: 'sign-in.required',
  404: 'not-found',
  405: 'not-found',
  413: 'request.too-large',
  415: 'request.not-json',
  503: 'server.busy',
};

/** Errors by which a database says "not now": no connection, too many, shutting down, starting up. */
const DATABASE_AWAY: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '53300', '57P01', '57P02', '57P03']);

/**
 * Any error as a refusal of the closed list. What nobody foresaw becomes `server.fault` with the request's id,
 * under which the log has the rest.
 */
export function asDomainError(error: unknown, requestId: string): DomainError {
  if (error instanceof DomainError) return error;
  if (error instanceof HttpException) {
    const code = BY_STATUS[error.getStatus()];
    if (code) return new DomainError(code);
  }
  if (DATABASE_AWAY.has(codeOf(error))) return new DomainError('server.busy');
  return new DomainError('server.fault', { params: { requestId } });
}

/** An error's `code`, as Node and PostgreSQL give it, or an empty text. */
export function codeOf(error: unknown): string {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}
