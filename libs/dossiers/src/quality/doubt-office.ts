import { Injectable } from '@nestjs/common';
import { may, PERMISSIONS, requirePermission, type OfficerPrincipal, type Permission } from '@app/access';
import { DomainError } from '@app/kernel';
import { OrganisationService, type Unit } from '@app/organisation';

/** Which office settles doubts about people: the civil-status office of the commune where they live. */
@Injectable()
export class DoubtOffice {
  constructor(private readonly organisation: OrganisationService) {}

  /** The civil-status office for which this officer may settle something about people of these communes; of any commune where none is known. */
  async find(principal: OfficerPrincipal, communes: readonly string[]): Promise<Unit | undefined> {
    const seats = communes.length > 0 ? communes.map((code) => `c${code}`) : [...new Set(principal.units.map((unit) => unit.split('.')[0] ?? ''))];
    for (const seat of seats) {
      const office = await this.officeOf(seat);
      if (office !== undefined && may(principal, 'person.settle', { unitId: office.id })) return office;
    }
    return undefined;
  }

  /** The same. Throws `permission.missing`. */
  async require(principal: OfficerPrincipal, communes: readonly string[]): Promise<Unit> {
    const office = await this.find(principal, communes);
    if (office === undefined) throw new DomainError('permission.missing', { params: { permission: PERMISSIONS['person.settle'] }, facts: { permission: 'person.settle' } });
    return office;
  }

  /** The communes (5 digits) whose data an officer answers for with this permission: their own, or those of the province. */
  async communesOf(principal: OfficerPrincipal, permission: Permission): Promise<Unit[]> {
    requirePermission(principal, permission);
    const seats = new Map<string, Unit>();
    for (const unitId of principal.authorities.filter((each) => each.permission === permission).flatMap(({ units }) => [...units])) {
      const line = await this.organisation.lineOf(unitId);
      const seat = line.find(({ kind }) => kind === 'commune') ?? line.find(({ kind }) => kind === 'province');
      if (seat !== undefined) seats.set(seat.id, seat);
    }
    const communes: Unit[] = [];
    for (const seat of seats.values()) communes.push(...(seat.kind === 'commune' ? [seat] : await this.organisation.findUnits({ kind: 'commune', parentId: seat.id, limit: 500 })));
    return [...new Map(communes.filter(({ inForce }) => inForce).map((unit) => [unit.id, unit])).values()];
  }

  /** What stands for a commune that may have ended. */
  private async officeOf(seatId: string): Promise<Unit | undefined> {
    const seat = await this.organisation.findUnit(seatId);
    if (seat === undefined || seat.kind !== 'commune') return undefined;
    const standing = await this.organisation.successorOf(seatId);
    return this.organisation.resolveUnit('commune/justice', standing.id).catch(() => undefined);
  }
}
