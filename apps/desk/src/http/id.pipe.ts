import { Injectable, type PipeTransform } from '@nestjs/common';
import { DomainError, isId } from '@app/kernel';

/** An id in an address. What is no id names nothing, so it is answered like a missing one: `not-found`. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isId(value)) throw new DomainError('not-found');
    return value.toLowerCase();
  }
}
