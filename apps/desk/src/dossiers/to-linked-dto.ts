import type { LinkedGroupView } from '@app/dossiers';
import type { LinkedGroupDto } from './linked.dto.js';

export function linkedGroupDto(view: LinkedGroupView): LinkedGroupDto {
  return { ...view, members: view.members.map((member) => ({ ...member, passed: [...member.passed] })) };
}
