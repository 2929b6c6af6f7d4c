import type { INestApplicationContext } from '@nestjs/common';
import { OfficerDirectory, type OfficerPrincipal } from '@app/access';
import { AbsenceAdministration } from '@app/dossiers';
import { DomainError, type MovableClock } from '@app/kernel';
import type { Random } from './random.js';

/** How many officers stay away on a day, and how many of those name a stand-in. */
const AWAY = 0.12;
const COVERED = 0.8;

/** Who works on dossiers, and so leaves work behind. */
const WORKING = /:(receiving-clerk|case-officer|reviewer|records-clerk|chairman|director)$/u;

/** The agency of a unit: a commune with its offices, or one office of the province. */
const houseOf = (unit: string): string => (unit.startsWith('c') ? unit.split('.')[0]! : unit);

/** Officers stay away for a day; whoever is asked for something then is the stand-in. */
export class Absences {
  /** By the officer who is away: the stand-in, or nobody. */
  private readonly away = new Map<string, string | null>();

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: MovableClock,
    private readonly random: Random,
    private readonly officers: ReadonlyMap<string, readonly OfficerPrincipal[]>,
  ) {}

  /** A new day: some enter an absence until its evening. What would leave a counter alone the desk refuses. */
  async begin(day: string, refused: (code: string) => void): Promise<void> {
    this.away.clear();
    for (const [place, people] of this.officers) {
      if (!WORKING.test(place)) continue;
      for (const principal of people) if (this.random.next() < AWAY) await this.enter(principal, place, day, refused);
    }
  }

  private async enter(principal: OfficerPrincipal, place: string, day: string, refused: (code: string) => void): Promise<void> {
    const house = houseOf(place.split(':')[0]!);
    const colleagues = [...this.officers].filter(([other]) => houseOf(other.split(':')[0]!) === house && WORKING.test(other)).flatMap(([, people]) => people)
      .filter(({ officerId }) => officerId !== principal.officerId && !this.away.has(officerId));
    const standIn = colleagues.length > 0 && this.random.next() < COVERED ? this.random.one(colleagues).officerId : null;
    try {
      await this.app.get(AbsenceAdministration).enter(principal, {
        officerId: principal.officerId, postId: null, standInId: standIn, procedures: [], reason: 'leave', from: this.clock.now(), to: Temporal.Instant.from(`${day}T16:55:00+07:00`),
      });
      this.away.set(principal.officerId, standIn);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refused(error.code);
    }
  }

  /** Who is there for what an officer is asked to do: the officer, the stand-in as the desk knows them at this moment, or nobody. */
  async present(principal: OfficerPrincipal): Promise<OfficerPrincipal | undefined> {
    const standIn = this.away.get(principal.officerId);
    if (standIn === undefined) return principal;
    return standIn === null ? undefined : this.app.get(OfficerDirectory).findPrincipal(standIn);
  }
}
