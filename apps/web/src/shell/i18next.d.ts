import 'i18next';
import type admin from '../messages/vi/admin.json';
import type alarms from '../messages/vi/alarms.json';
import type authority from '../messages/vi/authority.json';
import type batch from '../messages/vi/batch.json';
import type calendar from '../messages/vi/calendar.json';
import type citizen from '../messages/vi/citizen.json';
import type common from '../messages/vi/common.json';
import type counter from '../messages/vi/counter.json';
import type cover from '../messages/vi/cover.json';
import type dossiers from '../messages/vi/dossiers.json';
import type forms from '../messages/vi/forms.json';
import type localRules from '../messages/vi/local-rules.json';
import type myData from '../messages/vi/my-data.json';
import type nonBoundary from '../messages/vi/non-boundary.json';
import type onceOnly from '../messages/vi/once-only.json';
import type outages from '../messages/vi/outages.json';
import type persons from '../messages/vi/persons.json';
import type procedures from '../messages/vi/procedures.json';
import type quality from '../messages/vi/quality.json';
import type review from '../messages/vi/review.json';
import type signingKeys from '../messages/vi/signing-keys.json';
import type sources from '../messages/vi/sources.json';
import type shell from '../messages/vi/shell.json';
import type registers from '../messages/vi/registers.json';
import type transfers from '../messages/vi/transfers.json';
import type versions from '../messages/vi/versions.json';
import type units from '../messages/vi/units.json';

/** Keys are checked against the Vietnamese message files: a wrong key does not compile. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      admin: typeof admin;
      alarms: typeof alarms;
      authority: typeof authority;
      batch: typeof batch;
      calendar: typeof calendar;
      citizen: typeof citizen;
      common: typeof common;
      counter: typeof counter;
      cover: typeof cover;
      dossiers: typeof dossiers;
      forms: typeof forms;
      localRules: typeof localRules;
      myData: typeof myData;
      nonBoundary: typeof nonBoundary;
      onceOnly: typeof onceOnly;
      outages: typeof outages;
      persons: typeof persons;
      procedures: typeof procedures;
      quality: typeof quality;
      review: typeof review;
      shell: typeof shell;
      signingKeys: typeof signingKeys;
      sources: typeof sources;
      registers: typeof registers;
      transfers: typeof transfers;
      versions: typeof versions;
      units: typeof units;
    };
  }
}
