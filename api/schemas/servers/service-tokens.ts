import Type from 'typebox';
import { Closed, Instant } from '../common.ts';

export const ServiceTokenRequest = Closed({
  audience: Type.String({ minLength: 1, maxLength: 200, description: 'The service that it is for, by its own name' }),
});

export const ServiceToken = Type.Object({
  token: Type.String({ description: 'A JWT (`typ: service+jwt`), which the service verifies by the keys alone' }),
  expiresAt: Instant,
});
