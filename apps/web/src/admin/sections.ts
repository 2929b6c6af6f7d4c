/**
 * The pages of the administration area, in the order of its menu. A page appears in the menu and on the home page of
 * whoever holds its permission; its words are `admin:section.<key>` and `admin:about.<key>`.
 */
export const SECTIONS = [{ key: 'procedures', to: '/quan-tri/thu-tuc', permission: 'procedure.edit' }] as const;
