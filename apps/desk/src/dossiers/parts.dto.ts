/** A text in both languages; the Vietnamese one is the legal wording. */
export class LocalizedDto {
  vi!: string;
  en!: string;
}

/** A unit as screens show it. */
export class UnitDto {
  id!: string;
  name!: string;
  phone?: string;
}

/** The part of a dossier's time that one unit used. */
export class RowShareDto {
  unit!: UnitDto;
  /** Working minutes while the clock ran, and those of them after the appointed date. */
  minutes!: number;
  late!: number;
  text!: LocalizedDto;
  lateText?: LocalizedDto;
}

/** Where a dossier is, who has it, until when: one answer for counter, citizen, public page and province. */
export class WhereaboutsDto {
  code!: string;
  stage!: LocalizedDto;
  /** Who has it and answers for it; never with a telephone. */
  holder!: UnitDto;
  since?: string;
  /** When what is under way now is to be done. */
  until?: string;
  /** Whom it waits for when it is not the holder: `citizen`, `addressee`, `consulted`, `time`. */
  waitsFor?: string;
  /** On its way to. */
  addressee?: UnitDto;
  /** The citizen's one contact: the centre. */
  contact!: UnitDto;
  /** The appointed date. */
  dueAt?: string;
  updatedAt!: string;
}

export class SupplementLineDto {
  target!: string;
  key!: string;
  name!: string;
  reason!: LocalizedDto;
  basis!: string;
  note?: string;
}
