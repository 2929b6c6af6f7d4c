import type { ReactNode } from 'react';

/** One part of a dossier's page, named by its heading. With an id it can be given the focus. */
export function Section({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section className="panel section" id={id} tabIndex={id ? -1 : undefined} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
