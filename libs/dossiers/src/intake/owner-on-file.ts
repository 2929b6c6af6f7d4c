import { fieldSources, type Declaration, type Form } from '@app/catalogue';
import type { Transaction } from '@app/database';
import { DomainError } from '@app/kernel';
import type { ActsFor, Look, OrganisationOnFile, OwnerOnFile, PersonOnFile, PersonsService, SubjectsService } from '@app/persons';

/** Whose data answers a form: a person's, or an organisation's for which the person acts. */
export interface FormOwner {
  /** The owner; where an organisation owns it, whoever acts for it. */
  readonly personId: string;
  readonly organisationId?: string;
  readonly look: Look;
}

/** What is on file about the owner of a form, as far as the form asks. */
export interface FormOwnerOnFile {
  readonly file: OwnerOnFile;
  /** Who acts for the organisation, and in which role; left out where a person files for themselves. */
  readonly acting?: { readonly role: ActsFor; readonly person: PersonOnFile; readonly organisation: OrganisationOnFile };
}

/**
 * Reads what is on file for a form. Of a person it is the person's own file and, where a visible field asks for it, the household; of an
 * organisation its own file, after the role of whoever acts for it was checked as of today.
 * @throws DomainError person.unknown, organisation.no-role, organisation.not-owner
 */
export async function readOwner(
  tx: Transaction, services: { readonly persons: PersonsService; readonly subjects: SubjectsService }, form: Form & { readonly code: string; readonly owners?: readonly string[] },
  declaration: Declaration, { personId, organisationId, look }: FormOwner, today: string,
): Promise<FormOwnerOnFile> {
  const { persons, subjects } = services;
  if (organisationId === undefined) {
    const person = await persons.getPerson(tx, personId, look);
    const household = await subjects.householdOf(tx, personId, fieldSources(form, declaration, today).map(({ path }) => path), look);
    return { file: household === undefined ? person : { ...person, household } };
  }
  if (!form.owners?.includes('organisation')) throw new DomainError('organisation.not-owner', { params: { code: form.code } });
  const role = await subjects.actingRole(tx, personId, organisationId, today);
  const person = await persons.getPerson(tx, personId, look);
  const organisation = await subjects.getOrganisation(tx, organisationId, today, look);
  return { file: organisation, acting: { role, person, organisation } };
}
