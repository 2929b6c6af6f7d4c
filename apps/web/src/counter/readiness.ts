import type { Assessment, Intake as IntakeRequest, RequiredComponent } from '../api/types';
import { nameOf } from '../forms/form-schema';
import { type Check, type Intake, UNCHECKED } from './intake-state';

/** What still stands between an intake and its receipt, zone by zone. */
export interface Readiness {
  ownerMissing: boolean;
  filerMissing: boolean;
  procedureMissing: boolean;
  /** Names of declaration fields that are missing or wrong. */
  fields: string[];
  /** Required papers nobody has checked yet. */
  unchecked: RequiredComponent[];
  /** Papers that failed: the person must bring them again. */
  failed: RequiredComponent[];
  /** Failed papers without a reason of the catalogue. */
  withoutReason: RequiredComponent[];
  /** One failed mandatory paper turns receipt into a supplement request. */
  mustSupplement: boolean;
}

/** Reads from the intake and the desk's assessment what is missing; the desk itself judges again on receipt. */
export function readinessOf(intake: Intake, assessment: Assessment | undefined): Readiness {
  const components = assessment?.components ?? [];
  const stateOf = (component: RequiredComponent) => (intake.checks[component.key] ?? UNCHECKED).state;
  const failed = components.filter((component) => stateOf(component) === 'failed');
  return {
    ownerMissing: !intake.owner,
    filerMissing: intake.ground !== 'self' && !intake.filer,
    procedureMissing: !intake.procedure,
    fields: [...new Set((assessment?.faults ?? []).map((fault) => nameOf(fault.pointer)))],
    unchecked: components.filter((component) => component.required && stateOf(component) === 'unchecked'),
    failed,
    withoutReason: failed.filter((component) => !intake.checks[component.key]?.reason),
    mustSupplement: failed.some((component) => component.required),
  };
}

export const isReady = (ready: Readiness): boolean =>
  !ready.ownerMissing && !ready.filerMissing && !ready.procedureMissing && ready.fields.length === 0 && ready.unchecked.length === 0 && ready.withoutReason.length === 0;

/** What goes with an outcome: why receipt is refused, or with whose centre the clerk helps to file. */
export interface Beside {
  refusal?: { reason: string; note: string };
  receivingCommuneId?: string;
}

/** The request for one outcome; a supplement request lists every failed paper at once, as the law expects one notice. */
export function intakeRequest(
  intake: Intake,
  assessment: Assessment,
  outcome: IntakeRequest['outcome'],
  { refusal, receivingCommuneId }: Beside = {},
): IntakeRequest {
  const all = assessment.components.map(({ key, kinds }) => {
    const check = intake.checks[key] ?? UNCHECKED;
    return {
      key,
      state: check.state,
      kind: check.kind ?? kindOf(kinds),
      note: check.note || undefined,
      paperOnFileId: check.paperOnFileId,
      fileIds: check.files.length > 0 ? check.files.map((file) => file.id) : undefined,
      paper: isScanned(check) ? check.paper : undefined,
    };
  });
  // Filed elsewhere, the papers that travel are files and papers on file; they are checked where they arrive.
  const components = outcome !== 'file' ? all : all.flatMap((one) => (one.fileIds ?? one.paperOnFileId ? [{ ...one, state: 'unchecked' as const, kind: 'electronic' as const, note: undefined, paper: undefined }] : []));
  return {
    commandId: intake.commandId,
    dossierId: intake.dossierId,
    outcome,
    procedureCode: intake.procedure?.code ?? '',
    ownerId: intake.owner?.id ?? '',
    organisationId: intake.organisation?.id,
    filerId: intake.filer?.id,
    filerGround: intake.ground,
    declaration: { ...intake.answers },
    offers: Object.entries(intake.decisions).map(([pointer, agreed]) => ({ pointer, agreed })),
    components,
    feePaid: intake.feePaid,
    delivery: intake.delivery,
    receivingCommuneId,
    competentCommuneId: intake.competent,
    // What the screen shows as collected here is collected here, also when another centre receives.
    collectCommuneId: intake.delivery === 'counter' ? (intake.collect ?? (receivingCommuneId && assessment.competence?.communes[0]?.id)) : undefined,
    phone: intake.phone.trim() || undefined,
    reason: refusal?.reason,
    note: refusal?.note || undefined,
    items: outcome === 'requestSupplement' ? supplementItems(intake) : undefined,
  };
}

/** Whether a paper is there as a scan of its own, which goes on file once it is accepted. */
export const isScanned = ({ files, paperOnFileId }: Check): boolean => files.length > 0 && paperOnFileId === undefined;

const KINDS = ['original', 'certified-copy', 'photocopy', 'electronic'] as const;

/** The kind a paper is taken to be until the clerk says otherwise: the first the procedure accepts. */
export const kindOf = (kinds: readonly string[]): (typeof KINDS)[number] => KINDS.find((kind) => kind === kinds[0]) ?? 'original';

function supplementItems(intake: Intake): IntakeRequest['items'] {
  return Object.entries(intake.checks).flatMap(([key, check]) =>
    check.state === 'failed' && check.reason ? [{ target: 'component' as const, key, reason: check.reason, note: check.note || undefined }] : [],
  );
}
