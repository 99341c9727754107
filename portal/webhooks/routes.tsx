import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayManageWebhooks } from '../../domain/people/permissions.ts';
import { DELIVERY_STATES } from '../../domain/webhook/delivery.ts';
import { paced } from '../../services/permissions/pacing.ts';
import { onPeople } from '../../services/permissions/permit.ts';
import { ConfirmPage } from '../confirm.tsx';
import { codeOf } from '../error-code.ts';
import { readForm, type FormBody } from '../form.ts';
import { Page } from '../layout.tsx';
import { sendPage } from '../pages.tsx';
import { readChoice, readText, type Query } from '../parts/list/query.ts';
import { FormId } from '../parts/form/form-id.tsx';
import { ToldOnce } from '../parts/said/told-once.tsx';
import type { PageServices } from '../services.ts';
import { askedByForm } from '../session/asked-by-form.ts';
import { leadsBackTo } from '../session/find-readers.ts';
import { WebhooksPage } from './list-page.tsx';
import { WebhookPage, type WebhookPageProps } from './page.tsx';
import { asksAgain } from '../session/asks-again.ts';
import {
  asPosted,
  asTyped,
  EMPTY_WEBHOOK,
  readWebhook,
  wrongWith,
  type TypedWebhook,
  type WrongWebhook,
} from './webhook-form.ts';

type OfAccount = { Params: { id: string }; Querystring: Query };
type OfWebhook = { Params: { id: string; webhook: string }; Querystring: Query };
type OfDelivery = { Params: { id: string; webhook: string; event: string } };

/** More than an account can have. */
const ALL = { limit: 100 };
const PAGE_ROWS = 25;

/** The webhooks of an account, and what became of each event there. */
export function registerWebhooks(app: FastifyInstance, { webhooks, accounts }: PageServices): void {
  const managed = { config: onPeople(mayManageWebhooks) };
  // Where events go they go on to, whatever becomes of who said so.
  const managedWithProof = { config: { ...managed.config, ...asksAgain, ...paced } };
  const managedAtAPace = { config: { ...managed.config, ...paced } };
  const path = '/accounts/:id/webhooks';

  app.get<OfAccount>(path, managed, (request, reply) => showAll(request, reply, EMPTY_WEBHOOK, {}));

  app.post<OfAccount>(path, managedWithProof, async (request, reply) => {
    const form = readForm(request);
    const typed = readWebhook(form);
    const { account: texts } = request.reader!.language.texts;
    try {
      const added = await webhooks.add(request.params.id, asPosted(typed), askedByForm(request, form));
      const address = `/accounts/${request.params.id}/webhooks/${added.id}`;
      return await sendPage(reply, tellSecret(added.url, address, added.secret, texts.webhooks.added), 201);
    } catch (error) {
      return showAll(request, reply, typed, wrongWith(error, texts));
    }
  });

  app.get<OfWebhook>(`${path}/:webhook`, managed, (request, reply) => {
    const { said } = request.query;
    return show(request, reply, { said: said === 'changed' || said === 'asked' ? said : null });
  });

  app.post<OfWebhook>(`${path}/:webhook`, managedWithProof, async (request, reply) => {
    const { id, webhook } = request.params;
    const form = readForm(request);
    const typed = readWebhook(form);
    try {
      await webhooks.change(id, webhook, asPosted(typed), askedWhere(request, form));
      return await reply.redirect(`/accounts/${id}/webhooks/${webhook}?said=changed`, 303);
    } catch (error) {
      const wrong = wrongWith(error, request.reader!.language.texts.account);
      return show(request, reply, { typed: { ...typed, request: undefined }, wrong }, statusOf(error));
    }
  });

  app.post<OfWebhook>(`${path}/:webhook/state`, managedAtAPace, async (request, reply) => {
    const { id, webhook } = request.params;
    const form = readForm(request);
    const state = form.state === 'disabled' ? 'disabled' : 'enabled';
    const change = { state, ...(form.state === 'from-now' && { after: 'end' }) } as const;
    try {
      await webhooks.change(id, webhook, change, askedWhere(request, form));
      return await reply.redirect(`/accounts/${id}/webhooks/${webhook}?said=changed`, 303);
    } catch (error) {
      const wrong = wrongWith(error, request.reader!.language.texts.account);
      return show(request, reply, { wrong }, statusOf(error));
    }
  });

  app.post<OfWebhook>(`${path}/:webhook/test`, managed, async (request, reply) => {
    const { id, webhook } = request.params;
    const tried = await webhooks.test(id, webhook, askedByForm(request, {}));
    leadsBackTo(request, `/accounts/${id}/webhooks/${webhook}`);
    return show(request, reply, { tried });
  });

  app.post<OfDelivery>(`${path}/:webhook/deliveries/:event`, managedAtAPace, async (request, reply) => {
    const { id, webhook, event } = request.params;
    const address = `/accounts/${id}/webhooks/${webhook}`;
    try {
      await webhooks.deliverAgain(id, webhook, event);
    } catch (error) {
      // Its page says why it is disabled.
      if (codeOf(error) !== 'WEBHOOK_DISABLED') throw error;
      return reply.redirect(address, 303);
    }
    return reply.redirect(`${address}?said=asked`, 303);
  });

  app.get<OfWebhook>(`${path}/:webhook/rotate`, managed, (request, reply) => confirm(request, reply, 'rotating'));
  app.get<OfWebhook>(`${path}/:webhook/remove`, managed, (request, reply) => confirm(request, reply, 'removing'));

  app.post<OfWebhook>(`${path}/:webhook/rotate`, managedAtAPace, async (request, reply) => {
    const { id, webhook } = request.params;
    const { url } = await webhooks.read(id, webhook);
    const { secret } = await webhooks.rotate(id, webhook, askedByForm(request, readForm(request)));
    const { webhooks: texts } = request.reader!.language.texts.account;
    return sendPage(reply, tellSecret(url, `/accounts/${id}/webhooks/${webhook}`, secret, texts.secret), 201);
  });

  app.post<OfWebhook>(
    `${path}/:webhook/remove`,
    { config: { ...managed.config, ...asksAgain } },
    async (request, reply) => {
      const { id, webhook } = request.params;
      await webhooks.remove(id, webhook, askedByForm(request, readForm(request)));
      return reply.redirect(`/accounts/${id}/webhooks?removed`, 303);
    },
  );

  function tellSecret(url: string, address: string, secret: string, said: { title: string; text: string }) {
    return (
      <Page title={url} back={{ href: address, text: url }}>
        <ToldOnce {...said} secret={secret} />
      </Page>
    );
  }

  async function confirm(request: FastifyRequest<OfWebhook>, reply: FastifyReply, what: 'rotating' | 'removing') {
    const { id, webhook } = request.params;
    const { url } = await webhooks.read(id, webhook);
    const { title, consequences, button } = request.reader!.language.texts.account.webhooks[what];
    const back = { href: `/accounts/${id}/webhooks/${webhook}`, text: url };
    return sendPage(
      reply,
      <ConfirmPage title={title(url)} {...{ back, consequences, button }}>
        <FormId />
      </ConfirmPage>,
    );
  }

  async function showAll(
    request: FastifyRequest<OfAccount>,
    reply: FastifyReply,
    typed: TypedWebhook,
    wrong: WrongWebhook,
  ) {
    const { id } = request.params;
    const [account, { items }] = await Promise.all([accounts.readAccount(id), webhooks.list(id, ALL)]);
    const isRemoved = request.query.removed !== undefined;
    const page = <WebhooksPage {...{ account, webhooks: items, typed, wrong, isRemoved }} />;
    return sendPage(reply, page, Object.keys(wrong).length > 0 ? 422 : 200);
  }

  async function show(
    request: FastifyRequest<OfWebhook>,
    reply: FastifyReply,
    about: Partial<Pick<WebhookPageProps, 'typed' | 'wrong' | 'said' | 'tried'>>,
    status = 200,
  ) {
    const { id, webhook } = request.params;
    const state = readChoice(request.query.state, ['any', ...DELIVERY_STATES]);
    const cursor = readText(request.query.cursor);
    const asked = { limit: PAGE_ROWS, ...(cursor && { cursor }), ...(state !== 'any' && { state }) };
    const [found, { items, nextCursor }] = await Promise.all([
      webhooks.read(id, webhook),
      webhooks.listDeliveries(id, webhook, asked),
    ]);
    const { typed = asTyped(found), wrong = {}, said = null, tried = null } = about;
    return sendPage(
      reply,
      <WebhookPage
        account={{ id }}
        webhook={found}
        deliveries={items}
        {...{ typed, wrong, said, tried, state, nextCursor }}
      />,
      status,
    );
  }
}

/** What a page answers with that says what is wrong. */
function statusOf(error: unknown): number {
  return codeOf(error) === 'CHANGED_MEANWHILE' ? 409 : 422;
}

/** Who asks by a form, and for which state of the webhook: a form that does not say so is for none. */
function askedWhere(request: FastifyRequest, form: FormBody) {
  return { ...askedByForm(request, form), seen: form.seen ?? '' };
}
