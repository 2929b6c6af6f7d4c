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

export class SupplementLineDto {
  target!: string;
  key!: string;
  name!: string;
  reason!: LocalizedDto;
  basis!: string;
  note?: string;
}
