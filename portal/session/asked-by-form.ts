import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Asked } from '../../services/asked.ts';
import { hashOfJson } from '../../services/canonical.ts';
import type { FormBody } from '../form.ts';
import { viewerOf } from './signed-in-only.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Who asks by a form, and under which id that is done once: the form's own, which nobody else can ask under, and which
 * counts at this address alone.
 */
export function askedByForm(request: FastifyRequest, { request: form = '' }: FormBody): Asked {
  const { by } = viewerOf(request);
  const [path] = request.url.split('?');
  return { by, requestId: UUID.test(form) ? hashOfJson(['form', by, path, form]) : randomUUID() };
}
