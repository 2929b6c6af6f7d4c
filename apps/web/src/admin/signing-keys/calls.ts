import { queryOptions } from '@tanstack/react-query';
import { client, result } from '../../api/client';
import type { components } from '../../api/schema';

export type SigningKey = components['schemas']['SigningKeyDto'];

export const signingKeysQuery = queryOptions({ queryKey: ['signing-keys'], queryFn: () => result(client.GET('/api/admin/signing-keys')), staleTime: 0 });
