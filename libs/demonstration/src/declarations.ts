import type { Declaration } from '@app/catalogue';

type Planned = (today: Temporal.PlainDate) => Declaration;

/** A certificate for oneself; who is divorced or widowed is asked more, and the data on file answer it. */
export function marital(status: 'single' | 'divorced' | 'widowed', purpose: Declaration): Planned {
  return () => ({ requesterRelation: 'self', maritalStatus: status, certifiedFor: 'now', issuedBefore: false, feeExemption: 'none', ...purpose });
}

/** Meant for a marriage; the other person is named. */
export function toMarry(name: string, birthDate: string, personalId: string, place: string): Declaration {
  return {
    purpose: 'marriage', intendedSpouseName: name, intendedSpouseBirthDate: birthDate, intendedSpouseNationality: 'Việt Nam', intendedSpousePersonalId: personalId, marriagePlace: place,
  };
}

/** A child of a married couple with a paper birth proof, declared by the mother some days after the birth. */
export function birth(child: { name: string; sex: 'male' | 'female'; daysOld: number; place: string; proof: string }): Planned {
  return (today) => ({
    requesterRelation: 'mother', birthProofKind: 'paper', birthProofNumber: child.proof, surrogacy: false, parentsDeclared: 'both',
    childName: child.name, childSex: child.sex, childBirthDate: today.subtract({ days: child.daysOld }).toString(), childBirthPlace: child.place, copies: 1,
  });
}

/** What a person tells of the loss; the plot stands in the certificate on file, or is given by `certificate`. */
export function lostLand(loss: { place: string; reason: 'misplaced' | 'stolen' | 'disaster'; circumstances: string; certificate?: Declaration }): Planned {
  return (today) => ({
    requesterRelation: 'holder', lostWhat: 'certificate', lostOn: today.subtract({ days: 60 }).toString(), noticedOn: today.subtract({ days: 55 }).toString(),
    lostPlace: loss.place, lossReason: loss.reason, lossCircumstances: loss.circumstances, wantsSurvey: false, ...loss.certificate,
  });
}
