/* Made from the document of the API by `npm run clients`: change the routes, and make it anew. */
export interface paths {
  '/.well-known/jwks.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the keys that sign license documents and service tokens
     * @description Those that sign now and those that signed before. Each that signs documents has its certificate; one without signs service tokens alone.
     */
    get: operations['readSigningKeys'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/healthz': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whether the process is alive
     * @description Asks nothing else.
     */
    get: operations['readHealth'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Numbers for Prometheus
     * @description Node’s own, and how long requests took, by route.
     */
    get: operations['readMetrics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/readyz': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whether everything it needs is there
     * @description What is not there says what to do about it.
     */
    get: operations['readReadiness'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List accounts
     * @description Needs a key with the scope `accounts:read`.
     */
    get: operations['listAccounts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read an account
     * @description Its ETag changes with what is answered, and with nothing else. Needs a key with the scope `accounts:read`.
     */
    get: operations['readAccount'];
    /**
     * Change an account
     * @description Counts for new orders and for display. Needs a key with the scope `accounts:write`.
     */
    put: operations['changeAccount'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change some of an account
     * @description Needs a key with the scope `accounts:write`.
     */
    patch: operations['changeAccountFields'];
    trace?: never;
  };
  '/v1/accounts/{id}/address-corrections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Put a wrong e-mail address right
     * @description Of the account, of who belongs to it by that address, and of the links that were mailed there. What follows is done by itself also where the call is cut off. What is right already is left alone. It lets somebody in, and so takes the scope of keys. Needs a key with the scope `keys:write`.
     */
    post: operations['correctAddress'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{id}/assignments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read what can be assigned, and what servers have
     * @description The servers are a page; `applications` are all of which something is unlocked or assigned. Needs a key with the scope `licenses:read`.
     */
    get: operations['listAssignable'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Set capacities on many servers, and register new ones
     * @description Each item is set by the very change that its own call makes, and has its own outcome: one that is refused stops none of the others. What is not named stays. What gives back comes first. A new server is not registered where nothing of what it was to have is free. 202 where something is not known yet: the same request with the same `Idempotency-Key` hears it. Needs a key with the scope `servers:write`.
     */
    patch: operations['assignCapacities'];
    trace?: never;
  };
  '/v1/accounts/{id}/domains': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read which domains are the account’s
     * @description Needs a key with the scope `keys:write`.
     */
    get: operations['readDomains'];
    /**
     * Say which domains are an account’s
     * @description For the vendor, who makes sure that they are: the account’s provider can sign in every address there. Needs a key with the scope `keys:write`.
     */
    put: operations['setDomains'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{id}/emergencies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the emergencies of a customer, last declared first
     * @description Needs a key with the scope `orders:read`.
     */
    get: operations['listEmergencies'];
    put?: never;
    /**
     * Declare an emergency
     * @description Grants capacity for today and four days more at the customer, at once and unlocked, by an order of its own, and tells the vendor. Send an Idempotency-Key: two may be declared in any 365 days, and a repeat under the same key is the same one. Needs a key with the scope `orders:write`.
     */
    post: operations['declareEmergency'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{id}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read what became of an account, oldest first
     * @description Its people, keys and sellers; people are named by their ids alone. Needs a key with the scope `accounts:read`.
     */
    get: operations['listAccountEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read what an account owned and had assigned, month by month
     * @description Needs a key with the scope `licenses:read`.
     */
    get: operations['readHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{id}/identity-provider': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read by which provider people sign in
     * @description Needs a key with the scope `keys:write`.
     */
    get: operations['readIdentityProvider'];
    /**
     * Set by which provider people sign in
     * @description OpenID Connect, by code with PKCE. Another issuer or client ends the sessions that began by the former one. The secret is kept encrypted, and told to nobody again. Needs a key with the scope `keys:write`.
     */
    put: operations['setIdentityProvider'];
    post?: never;
    /**
     * Remove the provider
     * @description Sessions that began by it end. Removing it again is no error. Needs a key with the scope `keys:write`.
     */
    delete: operations['removeIdentityProvider'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{id}/identity-provider/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask the provider who it is
     * @description Needs a key with the scope `keys:write`.
     */
    post: operations['checkIdentityProvider'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{id}/keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the keys of an account that are not revoked
     * @description Needs a key with the scope `keys:write`.
     */
    get: operations['listKeys'];
    put?: never;
    /**
     * Make a key for an account
     * @description The key is told in this answer, and kept nowhere. What a key makes may no more and lives no longer than itself. Needs a key with the scope `keys:write`.
     */
    post: operations['makeKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{id}/keys/{key}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Revoke a key
     * @description It is refused from the next request on; keys that it made go on. Revoking it again is no error. Needs a key with the scope `keys:write`.
     */
    delete: operations['revokeKey'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{id}/licenses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read what an account owns, one row per application
     * @description Needs a key with the scope `licenses:read`.
     */
    get: operations['listLicenses'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{id}/mails': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the e-mails to an account, the last made first
     * @description Of deliveries that it sold, and its digests. Needs a key with the scope `accounts:read`.
     */
    get: operations['listAccountMails'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{id}/moves': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Move units from one server to another
     * @description Both say what they have been seen to have. Where the second cannot have the units the first gets them back. Needs a key with the scope `servers:write`.
     */
    post: operations['moveCapacity'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{id}/sellers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List who sold a customer something, and what they may do there
     * @description Needs a key with the scope `accounts:read`.
     */
    get: operations['listSellers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{id}/sellers/{seller}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Restore the relation with a seller
     * @description Needs a key with the scope `accounts:write`.
     */
    put: operations['restoreSeller'];
    post?: never;
    /**
     * End the relation with a seller
     * @description It reads its own orders from then on, whatever it sells later. Ending it again is no error. Needs a key with the scope `accounts:write`.
     */
    delete: operations['endSeller'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{id}/servers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the servers of a customer
     * @description Needs a key with the scope `licenses:read`.
     */
    get: operations['listServers'];
    put?: never;
    /**
     * Register a server
     * @description Needs a key with the scope `servers:write`.
     */
    post: operations['registerServer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{id}/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the Activation Tokens of servers that wait for them
     * @description Of the server registered last first. Needs a key with the scope `servers:write`.
     */
    get: operations['listWaitingTokens'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{id}/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List webhooks
     * @description Needs a key with the scope `webhooks:write`.
     */
    get: operations['listWebhooks'];
    put?: never;
    /**
     * Add a webhook
     * @description It begins with what happens from now on. An Idempotency-Key lets it be repeated. Needs a key with the scope `webhooks:write`.
     */
    post: operations['addWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{id}/webhooks/{webhook}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a webhook
     * @description Needs a key with the scope `webhooks:write`.
     */
    get: operations['readWebhook'];
    put?: never;
    post?: never;
    /**
     * Remove a webhook
     * @description What was not delivered yet is not. Removing it again is no error. Needs a key with the scope `webhooks:write`.
     */
    delete: operations['removeWebhook'];
    options?: never;
    head?: never;
    /**
     * Change a webhook
     * @description Enabled again it goes on where it stopped, with all that waits, or behind `after`; then what waited is given up. Needs a key with the scope `webhooks:write`.
     */
    patch: operations['changeWebhook'];
    trace?: never;
  };
  '/v1/accounts/{id}/webhooks/{webhook}/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List what became of each event, the newest first
     * @description Of the last 30 days, and what waits. Needs a key with the scope `webhooks:write`.
     */
    get: operations['listDeliveries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{id}/webhooks/{webhook}/deliveries/{event}/redelivery': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Deliver an event again
     * @description What waits is tried now, in the sequence of its stream. Needs a key with the scope `webhooks:write`.
     */
    post: operations['deliverAgain'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{id}/webhooks/{webhook}/secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make another secret
     * @description The one before signs beside it for 24 hours. Needs a key with the scope `webhooks:write`.
     */
    post: operations['makeWebhookSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/accounts/{id}/webhooks/{webhook}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send a message to try a webhook
     * @description Its type is `webhook-test`. It is sent once, at once, also to a disabled one, and judges nothing. Needs a key with the scope `webhooks:write`.
     */
    post: operations['testWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/activations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Activate a server with its Activation Token
     * @description The same machine is answered again, so a lost answer is asked for in the same way.
     */
    post: operations['activateServer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/activations/current': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Leave: the token works again on any machine
     * @description What the server was assigned stays with it. Authenticated as a check-in is.
     */
    delete: operations['leave'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/activity': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read who did what, the newest first
     * @description For people to look through; whoever wants to miss nothing reads `/v1/events`. A page may hold less than its limit, nothing too, and still have a `nextCursor`: what is older was not looked at yet. Needs a key with the scope `events:read`.
     */
    get: operations['listActivity'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/advisories': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List advisories, last published first
     * @description Needs a key with the scope `licenses:read`.
     */
    get: operations['listAdvisories'];
    put?: never;
    /**
     * Publish an advisory
     * @description The next document of each affected server names it. Published again as it is, it is answered with 200. Needs a key with the scope `advisories:write`.
     */
    post: operations['publishAdvisory'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/advisories/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read an advisory, withdrawn or not
     * @description Needs a key with the scope `licenses:read`.
     */
    get: operations['readAdvisory'];
    put?: never;
    post?: never;
    /**
     * Withdraw an advisory
     * @description Documents name it no more; it can still be read. Once more changes nothing. Needs a key with the scope `advisories:write`.
     */
    delete: operations['withdrawAdvisory'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/advisories/{id}/servers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the servers that an advisory concerns
     * @description Of those that the caller may see: activated ones of a version that `affects` names, by id. Needs a key with the scope `licenses:read`.
     */
    get: operations['listAffectedServers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/applications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the catalogue
     * @description Needs a key with the scope `orders:read`.
     */
    get: operations['listApplications'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/batches': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List batches, the last started first
     * @description Needs a key with the scope `orders:read`.
     */
    get: operations['listBatches'];
    put?: never;
    /**
     * Post many orders, or facts of orders, at once
     * @description Each is judged when its turn comes, as its own call would; those of one order in sequence. Of JSON in one piece the body says what the query says of others. The same `Idempotency-Key` and content is the same batch. Needs a key with the scope `orders:write`.
     */
    post: operations['postBatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/batches/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read how a batch stands
     * @description Needs a key with the scope `orders:read`.
     */
    get: operations['readBatch'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/batches/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * End a batch where it is: what is done stays
     * @description What it is already is no error. The answer can be how it stood a moment before. Needs a key with the scope `orders:write`.
     */
    post: operations['cancelBatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/batches/{id}/items': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the items of a batch with what became of them
     * @description With `Accept: text/csv` all of them as a file. Needs a key with the scope `orders:read`.
     */
    get: operations['listBatchItems'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/batches/{id}/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Have a batch begin no other item
     * @description What it is already is no error. The answer can be how it stood a moment before. Needs a key with the scope `orders:write`.
     */
    post: operations['pauseBatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/batches/{id}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Have a paused batch go on
     * @description What it is already is no error. The answer can be how it stood a moment before. Needs a key with the scope `orders:write`.
     */
    post: operations['resumeBatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/emergencies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List all emergencies, last declared first
     * @description Needs a key with the scope `orders:read`.
     */
    get: operations['listAllEmergencies'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read all events that the caller may see, in one sequence
     * @description Nothing is ever inserted before a cursor that was handed out: whoever goes on misses nothing. Needs a key with the scope `events:read`.
     */
    get: operations['readFeed'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/intents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say what is meant to be done when many lines end
     * @description Each line is told by the very statement of its own call, and has its own outcome: one that is refused stops none of the others. A line that means this already stays as it is, with its capacity and its note; one that meant something else keeps its note. 202 where something is not known yet: the same request with the same `Idempotency-Key` hears it. Needs a key with the scope `orders:write`.
     */
    post: operations['stateIntents'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/license': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Check in: ask for the current license document
     * @description Authenticated by a short JWT (EdDSA) that the server signs with the key of its activation.
     */
    get: operations['checkIn'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/license/wait': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Wait until there is another license document
     * @description Authenticated as a check-in is, with `act: wait`. It is no check-in: one follows where the document has changed.
     */
    post: operations['waitForLicense'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/lines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the lines of all orders, whose last day comes first first
     * @description The last day is that of the term, else of the care; lines without one come last. `metadata.<key>=<text>` finds what was posted with that text under the key, for the vendor alone; several have to hold at once. Needs a key with the scope `orders:read`.
     */
    get: operations['listLines'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List orders, last accepted first
     * @description `metadata.<key>=<text>` finds what was posted with that text under the key, for the vendor alone; several have to hold at once. Needs a key with the scope `orders:read`.
     */
    get: operations['listOrders'];
    put?: never;
    /**
     * Place an order
     * @description Once it is answered it is kept, and is delivered by itself within moments. The same number and content again is the same order: 200, and nothing happens twice. Needs a key with the scope `orders:write`.
     */
    post: operations['placeOrder'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{number}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read an order
     * @description Needs a key with the scope `orders:read`.
     */
    get: operations['readOrder'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{number}/amendments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Correct an order of which nothing has become yet
     * @description Every earlier unlock link stops working at once. Where an e-mail may have left, one that says so follows 10 minutes after the last amendment. The same reference and content again changes nothing. Needs a key with the scope `orders:write`.
     */
    post: operations['amendOrder'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{number}/cancellation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cancel an order, or lines of it, now or on a later day
     * @description What is canceled owns nothing; it can be withdrawn for 14 days. Canceling a canceled order again is no error. Needs a key with the scope `orders:write`.
     */
    post: operations['cancelOrder'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{number}/cancellations/{reference}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take a cancellation back
     * @description Within 14 days, while nothing later concerns one of its lines. Each is as it was; what servers gave back meanwhile stays so. Once more changes nothing. Needs a key with the scope `orders:write`.
     */
    delete: operations['withdrawCancellation'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{number}/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List what may be changed of an order now, and why not the rest
     * @description As the rules that judge changes say it, by the mildest of each kind: one that is stated may still be refused for what it says. Whoever may change nothing gets an empty list. Needs a key with the scope `orders:read`.
     */
    get: operations['listOrderChanges'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{number}/conversions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make an evaluation or a subscription what it is to be
     * @description An evaluation becomes a subscription or perpetual, a subscription perpetual, in place: the servers need nothing. The same reference and content again changes nothing. Needs a key with the scope `orders:write`.
     */
    post: operations['convertLine'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{number}/deliveries/{delivery}/lock': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Lock a delivery again of which nothing is assigned
     * @description Its unlock link works again. What is kept for a reinstatement is given up. An unlock that was asked for earlier changes nothing any more. Needs a key with the scope `orders:write`.
     */
    post: operations['lockDelivery'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{number}/deliveries/{delivery}/unlock-link': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Replace the unlock link of a delivery
     * @description Every earlier link of the delivery stops working at once. No e-mail is sent: a copy that is sent again has the new link. Needs a key with the scope `orders:write`.
     */
    post: operations['replaceUnlockLink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{number}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the whole life of an order, oldest first
     * @description Needs a key with the scope `orders:read`.
     */
    get: operations['listOrderEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{number}/expansions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Deliver more, locked and announced on its own
     * @description The same reference and content again changes nothing. Needs a key with the scope `orders:write`.
     */
    post: operations['expandOrder'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{number}/lines/{line}/intent': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Say what is meant to be done when a line ends
     * @description It changes no right, and its customer does not see it. A line that is to end needs no notice; a renewal, a conversion and another seller end it. Needs a key with the scope `orders:write`.
     */
    put: operations['stateIntent'];
    post?: never;
    /**
     * Take back what was meant to be done when a line ends
     * @description Needs a key with the scope `orders:write`.
     */
    delete: operations['withdrawIntent'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{number}/mails': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the e-mails of an order, the last made first
     * @description Needs a key with the scope `orders:read`.
     */
    get: operations['listOrderMails'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{number}/planned/{plan}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take back what is planned for a line
     * @description Lines list what is planned for them. What has happened, or was taken back, is not found. Needs a key with the scope `orders:write`.
     */
    delete: operations['withdrawPlan'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{number}/renewals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Renew subscriptions and care
     * @description One line that refuses refuses the whole. A reduced capacity counts from the first day of the new term. The same reference and content again changes nothing. Needs a key with the scope `orders:write`.
     */
    post: operations['renewOrder'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{number}/renewals/{reference}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take a renewal back
     * @description Within 14 days, while nothing later concerns one of its lines. Each is as it was; what servers gave back meanwhile stays so. Once more changes nothing. Needs a key with the scope `orders:write`.
     */
    delete: operations['withdrawRenewal'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{number}/seller': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Give an order another reseller
     * @description What is locked gets another unlock link, which goes to the new reseller at once. The former one reads the order no more. Needs a key with the scope `orders:write`.
     */
    put: operations['changeSeller'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{number}/suspension': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Suspend an order: its license documents say so
     * @description Needs a key with the scope `orders:write`.
     */
    put: operations['suspendOrder'];
    post?: never;
    /**
     * Take a suspension back
     * @description Needs a key with the scope `orders:write`.
     */
    delete: operations['resumeOrder'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{number}/time-zone': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Say in which time zone the days of an order begin
     * @description What has passed stays, and what is to come never comes to lie before the change. The same zone again, under another reference, moves what lies elsewhere by the time zone database of now. Needs a key with the scope `orders:write`.
     */
    put: operations['changeTimeZone'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{number}/transfer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give an order to another customer
     * @description While servers hold nothing of it that counts; what is kept for a reinstatement is given up. The former customer reads the order no more. The same reference and content again changes nothing. Needs a key with the scope `orders:write`.
     */
    post: operations['transferOrder'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{number}/unlock': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Unlock a delivery, or all that is locked
     * @description Needs a key with the scope `orders:write`.
     */
    post: operations['unlockOrder'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/pairings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Begin to wait for somebody to enter a code
     * @description Instead of a pasted token: the machine shows `userCode` and `verificationUrl`, and asks on.
     */
    post: operations['beginPairing'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/pairings/token': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask what has become of a pairing
     * @description Authenticated by a short JWT (EdDSA) that the machine signs with the key it posted; `deviceCode` is among its claims. Once somebody approved it, it is answered as an activation is, again for ten minutes.
     */
    post: operations['readPairing'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/renewals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List what ends and can be renewed, whose last day comes first first
     * @description Lines with a last day, of orders that go on, neither canceled nor past reinstatement. What is to be done with one is said by `PUT /v1/orders/{number}/lines/{line}/intent`. Needs a key with the scope `orders:read`.
     */
    get: operations['listRenewals'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Find orders, accounts, servers and people by a name or a number
     * @description Each caller finds what its lists show. Accounts and people take a key with `accounts:read` as well, servers one with `licenses:read`, tokens one with `servers:write`; what a key is not made for is left out. Needs a key with the scope `orders:read`.
     */
    get: operations['search'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/servers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the servers of all customers that the caller may see
     * @description Needs a key with the scope `licenses:read`.
     */
    get: operations['listAllServers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/servers/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read a server
     * @description Needs a key with the scope `licenses:read`.
     */
    get: operations['readServer'];
    put?: never;
    post?: never;
    /**
     * Retire a server that holds nothing
     * @description Needs a key with the scope `servers:write`.
     */
    delete: operations['retireServer'];
    options?: never;
    head?: never;
    /**
     * Give a server another name or role, or make it a standby
     * @description `testUnits` has it use what is free for tests of these applications, and of no others. Needs a key with the scope `servers:write`.
     */
    patch: operations['changeServer'];
    trace?: never;
  };
  '/v1/servers/{id}/assignments/{application}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Set how much of an application a server has
     * @description Needs a key with the scope `servers:write`.
     */
    put: operations['setCapacity'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/servers/{id}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the whole life of a server, oldest first
     * @description Needs a key with the scope `licenses:read`.
     */
    get: operations['listServerEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/servers/{id}/offline-activations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Answer the request of a server without a network
     * @description The same request is answered with the very same text until what it gave is returned. Needs a key with the scope `servers:write`.
     */
    post: operations['activateOffline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/servers/{id}/offline-override': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Free what an offline server holds, without its return
     * @description Needs a key with the scope `servers:write`.
     */
    post: operations['overrideOffline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/servers/{id}/offline-returns': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take back what an offline server holds
     * @description Needs a key with the scope `servers:write`.
     */
    post: operations['returnOffline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/servers/{id}/takeovers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read when a standby took over, last begun first
     * @description Of a server that has a standby, or is one: the last hundred, and how many days are left. Needs a key with the scope `licenses:read`.
     */
    get: operations['listTakeovers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/servers/{id}/token': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the Activation Token
     * @description Needs a key with the scope `servers:write`.
     */
    get: operations['readToken'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/servers/{id}/token/rotations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make a new Activation Token
     * @description Needs a key with the scope `servers:write`.
     */
    post: operations['rotateToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/service-tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make a token for another cloud service
     * @description Authenticated as a check-in is, with `act: service-token`; it is no contact. The token ends at the earliest of ten minutes, care, term and lease.
     */
    post: operations['makeServiceToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/settings/brand': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read how the vendor shows itself
     * @description Needs a key with the scope `accounts:read`.
     */
    get: operations['readBrand'];
    /**
     * Change how the vendor shows itself
     * @description On every page and in every e-mail from then on. Needs a key with the scope `accounts:write`.
     */
    put: operations['changeBrand'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/todo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List what is to be done
     * @description What matters most first, then what is due first. Kinds about orders are listed for keys with `orders:read`, about webhooks for those with `webhooks:write`. Needs a key with the scope `licenses:read`.
     */
    get: operations['listTodo'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/todo/acknowledgements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Acknowledge what is to be done
     * @description For the account of the caller it is listed no more, until it happens again: that is another item. Once more changes nothing. Needs a key with the scope `accounts:write`.
     */
    post: operations['acknowledge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/todo/acknowledgements/{item}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take an acknowledgement back
     * @description It is listed again, if it is still so. What was not acknowledged is left alone. Needs a key with the scope `accounts:write`.
     */
    delete: operations['takeBackAcknowledgement'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Account: {
      /** Format: idn-email */
      email: string;
      /** @description Case-sensitive */
      id: string;
      kind: components['schemas']['AccountKind'];
      /** @description BCP 47 */
      locale: string;
      metadata?: components['schemas']['Metadata'];
      name: string;
      /** @description Whether it is told by e-mail of what ends, at most once a day */
      notices: boolean;
      /** @description Null where it is unknown */
      timeZone: string | null;
    };
    AccountChange: {
      /** Format: idn-email */
      email: string;
      /** @description BCP 47 */
      locale: string;
      metadata?: components['schemas']['Metadata'];
      name: string;
      /** @description Whether it is told by e-mail of what ends, at most once a day */
      notices?: boolean;
      /** @description Null where it is unknown */
      timeZone: string | null;
    };
    AccountChangedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description What of it */
      fields: string[];
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'account-changed';
    } & {
      [key: string]: unknown;
    };
    /** @description What is absent stays */
    AccountFields: {
      /** Format: idn-email */
      email?: string;
      /** @description BCP 47 */
      locale?: string;
      metadata?: components['schemas']['Metadata'];
      name?: string;
      /** @description Whether it is told by e-mail of what ends, at most once a day */
      notices?: boolean;
      /** @description Null where it is unknown */
      timeZone?: string | null;
    };
    /** @enum {string} */
    AccountKind: 'vendor' | 'distributor' | 'reseller' | 'customer';
    /**
     * @description The account is of another kind. An account has one kind for good. Name the party by an id of its own.
     * @example {
     *       "title": "The account is of another kind",
     *       "status": 409,
     *       "detail": "An account has one kind for good. Name the party by an id of its own.",
     *       "code": "ACCOUNT_KIND_DIFFERS",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    AccountKindDiffersProblem: {
      account?: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'ACCOUNT_KIND_DIFFERS';
      /** @description What to do */
      detail: string;
      errors?: {
        message: string;
        /** @description RFC 6901 */
        pointer: string;
      }[];
      /** @description Its kind */
      kind?: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    AccountPage: {
      items: components['schemas']['Account'][];
      nextCursor: string | null;
    };
    AcknowledgedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description What was to be done, as the list of that calls it */
      item: string;
      /** @enum {string} */
      kind:
        | 'cloned'
        | 'silent'
        | 'refused'
        | 'suspended'
        | 'grace'
        | 'stopped'
        | 'mail-bounced'
        | 'webhook-disabled'
        | 'locked'
        | 'ends'
        | 'care-ends'
        | 'care-ended'
        | 'over-assigned'
        | 'nearly-used'
        | 'restored'
        | 'advisory'
        | 'emergency'
        | 'to-activate';
      order?: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      server?: string;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'acknowledged';
    } & {
      [key: string]: unknown;
    };
    Acknowledgement: {
      /**
       * @description By what happened: the same thing that happens again has another id
       * @example locked-0f6c3a528c4e4a6b9d0e5b1c7f2e3a44
       */
      item: string;
      /** @description For the people of the account */
      note?: string;
    };
    AcknowledgementWithdrawnEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description What was to be done, as the list of that calls it */
      item: string;
      /** @enum {string} */
      kind:
        | 'cloned'
        | 'silent'
        | 'refused'
        | 'suspended'
        | 'grace'
        | 'stopped'
        | 'mail-bounced'
        | 'webhook-disabled'
        | 'locked'
        | 'ends'
        | 'care-ends'
        | 'care-ended'
        | 'over-assigned'
        | 'nearly-used'
        | 'restored'
        | 'advisory'
        | 'emergency'
        | 'to-activate';
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'acknowledgement-withdrawn';
    } & {
      [key: string]: unknown;
    };
    Activated: {
      checkInAfterSeconds: number;
      /** @description The license document: a JWS whose claims /docs describes */
      license: string;
      /** @description Case-sensitive */
      server: string;
    };
    ActivatedEvent: {
      account: string | null;
      /** Format: date-time */
      activatedAt?: string;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the machine */
      fingerprint?: string;
      hostname?: string | null;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description A JWK */
      publicKey?: {
        crv: string;
        kty: string;
        x: string;
      };
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description The server */
      server?: string;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /** @description Which token of the server was redeemed */
      tokenVersion?: number;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'activated';
      /** @description Of the AppSuite */
      version?: string;
    } & {
      [key: string]: unknown;
    };
    Activation: {
      fingerprint: string;
      hostname?: string;
      /** @description An Ed25519 key as RFC 8037 writes it */
      publicKey: {
        /** @constant */
        crv: 'Ed25519';
        /** @constant */
        kty: 'OKP';
        x: string;
      };
      token: string;
      version: string;
    };
    ActivationRefusedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /**
       * @description Why it was refused
       * @enum {string}
       */
      code:
        | 'ALREADY_CHANGED'
        | 'ALREADY_EXPANDED'
        | 'ALREADY_UNLOCKED'
        | 'CAPACITY_NOT_REDUCED'
        | 'CONVERSION_NOT_POSSIBLE'
        | 'CUSTOMER_DIFFERS'
        | 'DELIVERY_UNKNOWN'
        | 'EMERGENCIES_USED_UP'
        | 'EMERGENCY_TOO_LARGE'
        | 'EVALUATION_TOO_LONG'
        | 'LAST_DAY_MISSING'
        | 'LINE_CANCELED'
        | 'LINE_UNKNOWN'
        | 'LINK_REPLACED'
        | 'NOTHING_TO_RENEW'
        | 'ORDER_CANCELED'
        | 'ORDER_ENDED'
        | 'NOT_THE_NEWEST'
        | 'PERPETUAL_NOT_REDUCED'
        | 'REFERENCE_TAKEN'
        | 'PLAN_UNKNOWN'
        | 'REFERENCE_UNKNOWN'
        | 'REINSTATEMENT_OVER'
        | 'RENEWAL_NOT_LATER'
        | 'TIME_ZONE_CHANGED'
        | 'TOO_LATE_TO_WITHDRAW'
        | 'TOO_MANY_LINES'
        | 'CHANGED_MEANWHILE'
        | 'CHANGE_IN_PROGRESS'
        | 'INSUFFICIENT_CAPACITY'
        | 'NOTHING_ASSIGNED'
        | 'ONLINE_REQUIRED'
        | 'ORDER_NOT_ANSWERING'
        | 'ROLLING_OVER'
        | 'SERVER_RETIRED'
        | 'STANDBY_HOLDS_NOTHING'
        | 'STANDBY_OF_STANDBY'
        | 'STANDBY_ROLE'
        | 'STANDBY_TAKEN'
        | 'STILL_ASSIGNED'
        | 'TEST_ROLE'
        | 'TEST_UNITS_TAKEN'
        | 'ALREADY_RETURNED'
        | 'OTHER_DOCUMENT_OUT'
        | 'RETURN_REQUIRED'
        | 'TOKEN_BOUND_ELSEWHERE'
        | 'TOKEN_ROTATED'
        | 'TOO_MANY_MACHINES'
        | 'TOO_MANY_REINSTALLS'
        | 'VERSION_TOO_OLD';
      /** @description The sentence of the code */
      detail?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @enum {string} */
      mode?: 'online' | 'offline';
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'activation-refused';
    } & {
      [key: string]: unknown;
    };
    ActivityPage: {
      items: components['schemas']['FeedEvent'][];
      nextCursor: string | null;
    };
    AddedWebhook: components['schemas']['Webhook'] & components['schemas']['WebhookSecret'];
    AddressCorrection: {
      /**
       * Format: idn-email
       * @description The one that it should have been
       */
      right: string;
      /**
       * Format: idn-email
       * @description The address that was wrong
       */
      wrong: string;
    };
    /**
     * @description A part of the address is too long. No id and no link has as many characters.
     * @example {
     *       "title": "A part of the address is too long",
     *       "status": 414,
     *       "detail": "No id and no link has as many characters.",
     *       "code": "ADDRESS_TOO_LONG",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    AddressTooLongProblem: {
      /** @constant */
      code: 'ADDRESS_TOO_LONG';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 414;
      title: string;
    };
    Advisory: {
      /**
       * @description Comparisons of versions (`<`, `<=`, `=`, `>=`, `>`), joined by spaces: all of them hold
       * @example >=2025.Winter.1 <2026.Winter.3
       */
      affects: string;
      fixedIn: string | null;
      /** @description The vendor’s own, such as that of a CVE */
      id: string;
      /** Format: date-time */
      publishedAt: string;
      /** @enum {string} */
      severity: 'low' | 'medium' | 'high' | 'critical';
      title: string;
      /** @description Where it is described: HTTPS */
      url: string;
      withdrawnAt: string | null;
    };
    /**
     * @description Another advisory has this id. An advisory is not changed, as it was read. Withdraw it, and publish another one under an id of its own.
     * @example {
     *       "title": "Another advisory has this id",
     *       "status": 409,
     *       "detail": "An advisory is not changed, as it was read. Withdraw it, and publish another one under an id of its own.",
     *       "code": "ADVISORY_ID_TAKEN",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    AdvisoryIdTakenProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'ADVISORY_ID_TAKEN';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    AdvisoryPage: {
      items: components['schemas']['Advisory'][];
      nextCursor: string | null;
    };
    AdvisoryPublishedEvent: {
      account: string | null;
      /** @description Comparisons of versions, joined by spaces */
      affects: string;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      fixedIn: string | null;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @enum {string} */
      severity: 'low' | 'medium' | 'high' | 'critical';
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /** @description As the vendor wrote it */
      title: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'advisory-published';
      /** @description Where it is described */
      url: string;
    } & {
      [key: string]: unknown;
    };
    AdvisoryWithdrawnEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'advisory-withdrawn';
    } & {
      [key: string]: unknown;
    };
    AffectedServer: {
      /** @description Case-sensitive */
      customer: string;
      /** @description Case-sensitive */
      id: string;
      mode: ('online' | 'offline') | null;
      name: string;
      /** @description When it first showed by a call that it has a document that names the advisory; null: not yet */
      toldAt: string | null;
      /** @description As it said last */
      version: string;
    };
    AffectedServerPage: {
      items: components['schemas']['AffectedServer'][];
      nextCursor: string | null;
    };
    Alive: {
      /** @constant */
      alive: true;
    };
    /**
     * @description Something has become of the order already. An order can be amended while it has known nothing but its delivery. Renew, expand, cancel or convert its lines.
     * @example {
     *       "title": "Something has become of the order already",
     *       "status": 409,
     *       "detail": "An order can be amended while it has known nothing but its delivery. Renew, expand, cancel or convert its lines.",
     *       "code": "ALREADY_CHANGED",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    AlreadyChangedProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'ALREADY_CHANGED';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    /**
     * @description The order was expanded already. An order can be amended while it has one delivery. Cancel what is wrong, and expand the order with what is right.
     * @example {
     *       "title": "The order was expanded already",
     *       "status": 409,
     *       "detail": "An order can be amended while it has one delivery. Cancel what is wrong, and expand the order with what is right.",
     *       "code": "ALREADY_EXPANDED",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    AlreadyExpandedProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'ALREADY_EXPANDED';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    /**
     * @description It was returned already. A return counts once, and requests from before it count no more. Make a new request to go offline again.
     * @example {
     *       "title": "It was returned already",
     *       "status": 409,
     *       "detail": "A return counts once, and requests from before it count no more. Make a new request to go offline again.",
     *       "code": "ALREADY_RETURNED",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    AlreadyReturnedProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'ALREADY_RETURNED';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    /**
     * @description The delivery is unlocked already. Its link unlocks nothing any more. To stop what was unlocked, lock, suspend or cancel it.
     * @example {
     *       "title": "The delivery is unlocked already",
     *       "status": 409,
     *       "detail": "Its link unlocks nothing any more. To stop what was unlocked, lock, suspend or cancel it.",
     *       "code": "ALREADY_UNLOCKED",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    AlreadyUnlockedProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'ALREADY_UNLOCKED';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    AmendedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      customerId?: string;
      /** @description The delivery, by its number in the order */
      delivery: string;
      distributorId?: string | null;
      /** @description Which edition of the delivery */
      edition: number;
      /** @description What was replaced */
      former?: {
        customerId: string;
        distributorId: string | null;
        /** @description The lines as sold */
        lines?: {
          /** @description A key of the catalogue */
          application: string;
          capacity: number;
          care: {
            endsOn: string | null;
            level: components['schemas']['CareLevel'];
          } | null;
          endsOn: string | null;
          /** @description What an evaluation was promised, in days */
          evaluation?: {
            convertibleDays: number;
            expiringDays: number;
            longestDays: number;
            noticeDays: number[];
          };
          /** @description The line, by its number in the order */
          id: string;
          license: components['schemas']['LicenseKind'];
          /** @description The ERP’s own number of the line */
          reference?: string;
          /**
           * @description A calendar day, YYYY-MM-DD
           * @example 2026-12-01
           */
          startsOn: string;
        }[];
        resellerId: string | null;
        timeZone: string;
      };
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description The lines as sold */
      lines?: {
        /** @description A key of the catalogue */
        application: string;
        capacity: number;
        care: {
          endsOn: string | null;
          level: components['schemas']['CareLevel'];
        } | null;
        endsOn: string | null;
        /** @description What an evaluation was promised, in days */
        evaluation?: {
          convertibleDays: number;
          expiringDays: number;
          longestDays: number;
          noticeDays: number[];
        };
        /** @description The line, by its number in the order */
        id: string;
        license: components['schemas']['LicenseKind'];
        /** @description The ERP’s own number of the line */
        reference?: string;
        /**
         * @description A calendar day, YYYY-MM-DD
         * @example 2026-12-01
         */
        startsOn: string;
      }[];
      /** @description The whole order, for whoever sees it, or what was locked of it, from now on */
      order?: {
        /** @description The place of the order’s stream up to which it is said */
        seq: number;
      } & components['schemas']['Order'];
      /** Format: date-time */
      recordedAt: string;
      /** @description Of the fact, as it was posted */
      reference: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      resellerId?: string | null;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      timeZone?: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'amended';
    } & {
      [key: string]: unknown;
    };
    /** @description What is named replaces the whole former value; null removes it. The zone of another customer is the order’s */
    Amendment: {
      customer?: components['schemas']['PostedParty'];
      distributor?: components['schemas']['PostedParty'] | null;
      /** @description All lines; they get new ids */
      lines?: components['schemas']['PostedLine'][];
      metadata?: components['schemas']['Metadata'] | null;
      purchaseOrder?: string | null;
      /** @description Repeated with the same content it changes nothing */
      reference: string;
      reseller?: components['schemas']['PostedParty'] | null;
    };
    AmendRefusedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /**
       * @description Why it was refused
       * @enum {string}
       */
      code:
        | 'ALREADY_CHANGED'
        | 'ALREADY_EXPANDED'
        | 'ALREADY_UNLOCKED'
        | 'CAPACITY_NOT_REDUCED'
        | 'CONVERSION_NOT_POSSIBLE'
        | 'CUSTOMER_DIFFERS'
        | 'DELIVERY_UNKNOWN'
        | 'EMERGENCIES_USED_UP'
        | 'EMERGENCY_TOO_LARGE'
        | 'EVALUATION_TOO_LONG'
        | 'LAST_DAY_MISSING'
        | 'LINE_CANCELED'
        | 'LINE_UNKNOWN'
        | 'LINK_REPLACED'
        | 'NOTHING_TO_RENEW'
        | 'ORDER_CANCELED'
        | 'ORDER_ENDED'
        | 'NOT_THE_NEWEST'
        | 'PERPETUAL_NOT_REDUCED'
        | 'REFERENCE_TAKEN'
        | 'PLAN_UNKNOWN'
        | 'REFERENCE_UNKNOWN'
        | 'REINSTATEMENT_OVER'
        | 'RENEWAL_NOT_LATER'
        | 'TIME_ZONE_CHANGED'
        | 'TOO_LATE_TO_WITHDRAW'
        | 'TOO_MANY_LINES'
        | 'CHANGED_MEANWHILE'
        | 'CHANGE_IN_PROGRESS'
        | 'INSUFFICIENT_CAPACITY'
        | 'NOTHING_ASSIGNED'
        | 'ONLINE_REQUIRED'
        | 'ORDER_NOT_ANSWERING'
        | 'ROLLING_OVER'
        | 'SERVER_RETIRED'
        | 'STANDBY_HOLDS_NOTHING'
        | 'STANDBY_OF_STANDBY'
        | 'STANDBY_ROLE'
        | 'STANDBY_TAKEN'
        | 'STILL_ASSIGNED'
        | 'TEST_ROLE'
        | 'TEST_UNITS_TAKEN'
        | 'ALREADY_RETURNED'
        | 'OTHER_DOCUMENT_OUT'
        | 'RETURN_REQUIRED'
        | 'TOKEN_BOUND_ELSEWHERE'
        | 'TOKEN_ROTATED'
        | 'TOO_MANY_MACHINES'
        | 'TOO_MANY_REINSTALLS'
        | 'VERSION_TOO_OLD';
      /** @description The sentence of the code */
      detail?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description Of the fact, as it was posted */
      reference: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'amend-refused';
    } & {
      [key: string]: unknown;
    };
    Application: {
      capacityFrom: string | null;
      key: string;
      name: string;
      /** @description Never part of an offline document */
      onlineOnly: boolean;
      /** @description Has to be licensed on the same server */
      requires: string[];
      /** @description Sold no more; what was sold of it lives on */
      retired: boolean;
      /** @description Units that are free for tests, once per customer; absent where none are */
      testUnits?: number;
      unit: components['schemas']['Unit'];
    };
    ApplicationPage: {
      items: components['schemas']['Application'][];
      nextCursor: string | null;
    };
    /**
     * @description No such application. The catalogue has no application with this key. The account’s licenses list those that were sold.
     * @example {
     *       "title": "No such application",
     *       "status": 404,
     *       "detail": "The catalogue has no application with this key. The account’s licenses list those that were sold.",
     *       "code": "APPLICATION_UNKNOWN",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    ApplicationUnknownProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'APPLICATION_UNKNOWN';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 404;
      title: string;
    };
    Applied: {
      /** @description Whether it shows already; it was taken either way */
      applied: boolean;
    };
    AskedAgain: {
      event: string;
    };
    Assignable: {
      /** @description All of them, on every page */
      applications: {
        application: string;
        assigned: number;
        free: number;
        licenses: components['schemas']['LicenseKind'][];
        name: string;
        unit: components['schemas']['Unit'] | null;
        /** @description What is owned and not locked */
        usable: number;
      }[];
      items: {
        assignments: {
          application: string;
          capacity: number;
        }[];
        name: string;
        role: components['schemas']['ServerRole'];
        /** @description Case-sensitive */
        server: string;
        /** @description The server that it stands by for: a standby is given nothing */
        standbyFor: string | null;
        state: components['schemas']['ServerState'];
      }[];
      nextCursor: string | null;
    };
    AssignedEvent: {
      account: string | null;
      /** @description A key of the catalogue */
      application: string;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      capacity: number;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description The line, by its number in the order */
      line: string;
      /** @description The ERP’s own number of the line */
      lineReference?: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description The server */
      server: string;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /** @description What it has then */
      total: number;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'assigned';
    } & {
      [key: string]: unknown;
    };
    Assignment: {
      activatedAt: string | null;
      capacity: number;
      line: string;
      server: string;
    };
    Assignments: {
      items: {
        application: string;
        capacity: number;
        /**
         * @description `unchanged`: somebody else has made it that already. `waiting`: the same request hears it
         * @enum {string}
         */
        outcome: 'set' | 'unchanged' | 'refused' | 'waiting';
        problem:
          | ({
              code: string;
              detail: string;
            } & {
              [key: string]: unknown;
            })
          | null;
        /** @description Case-sensitive */
        server: string;
      }[];
      servers: {
        name: string;
        /** @enum {string} */
        outcome: 'registered' | 'refused' | 'waiting';
        problem:
          | ({
              code: string;
              detail: string;
            } & {
              [key: string]: unknown;
            })
          | null;
        /** @description A name within this request */
        ref: string;
        server: string | null;
      }[];
    };
    Attempt: {
      /** Format: date-time */
      at: string;
      durationMs: number;
      /** @description Why nothing was answered */
      error:
        | (
            | 'ADDRESS_NOT_PUBLIC'
            | 'CERTIFICATE_REFUSED'
            | 'CONNECTION_LOST'
            | 'NAME_NOT_FOUND'
            | 'NOT_CONNECTED'
            | 'NOT_VISIBLE'
            | 'TARGET_REFUSED'
            | 'TIMEOUT'
          )
        | null;
      status: number | null;
    };
    Batch: {
      /** @description Who posted it, and in whose name it goes on */
      by: string;
      done: number;
      finishedAt: string | null;
      id: string;
      /**
       * @description What its items are: the body of their own call, of the last three kinds with `order`
       * @enum {string}
       */
      kind: 'orders' | 'renewals' | 'expansions' | 'cancellations';
      preview: boolean;
      refused: number;
      /** Format: date-time */
      startedAt: string;
      /** @enum {string} */
      state: 'running' | 'paused' | 'done' | 'canceled';
      total: number;
    };
    /** @description A refused one says what its own call would have answered */
    BatchItem: {
      /** @description By which it was refused */
      code?: string;
      /** @description What to do */
      detail?: string;
      errors?: {
        message: string;
        /** @description RFC 6901 */
        pointer: string;
      }[];
      /** @description What it would do, in a preview */
      events?: ({
        type: string;
      } & {
        [key: string]: unknown;
      })[];
      /** @description Its place in what was posted, from 0 */
      index: number;
      /** @description E-mails about deliveries that would leave, to which account and when */
      mails?: {
        /** @description Case-sensitive */
        account: string;
        /** Format: date-time */
        at: string;
        /** @description Case-sensitive */
        delivery: string;
        edition: number;
      }[];
      order: string | null;
      /** @enum {string} */
      outcome: 'done' | 'refused' | 'waiting';
    } & {
      [key: string]: unknown;
    };
    BatchItemPage: {
      items: components['schemas']['BatchItem'][];
      nextCursor: string | null;
    };
    /**
     * @description The batch is over. It is done or canceled for good: post what is left as a new batch.
     * @example {
     *       "title": "The batch is over",
     *       "status": 409,
     *       "detail": "It is done or canceled for good: post what is left as a new batch.",
     *       "code": "BATCH_OVER",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    BatchOverProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'BATCH_OVER';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    BatchPage: {
      items: components['schemas']['Batch'][];
      nextCursor: string | null;
    };
    Brand: {
      accent: string | null;
      footer: string | null;
      logoUrl: string | null;
      name: string | null;
      support: string | null;
    };
    /** @description What is absent stays, null takes away */
    BrandChange: {
      accent?: string | null;
      footer?: string | null;
      logo?: string | null;
      name?: string | null;
      support?: string | null;
    };
    CanceledEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description The lines */
      lines?: {
        /** @description A key of the catalogue */
        application: string;
        /** @description The line, by its number in the order */
        line: string;
        /** @description What was planned, by its id */
        plan?: string;
        /** @description The ERP’s own number of the line */
        reference?: string;
      }[];
      /** @description As it was given */
      reason: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description Of the fact, as it was posted */
      reference?: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'canceled';
    } & {
      [key: string]: unknown;
    };
    Cancellation: {
      /** @description All lines where absent */
      lines?: string[];
      /**
       * @description From the first instant of this day at the customer on; today or earlier is now
       * @example 2026-12-01
       */
      on?: string;
      reason: string;
      /** @description Repeated with the same content it changes nothing; `cancellation` where absent */
      reference?: string;
    };
    CancellationPlannedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** Format: date-time */
      dueAt: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description The lines */
      lines: {
        /** @description A key of the catalogue */
        application: string;
        /** @description The line, by its number in the order */
        line: string;
        /** @description What was planned, by its id */
        plan: string;
        /** @description The ERP’s own number of the line */
        reference?: string;
      }[];
      /**
       * @description A calendar day, YYYY-MM-DD
       * @example 2026-12-01
       */
      on: string;
      /** @description As it was given */
      reason: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description Of the fact, as it was posted */
      reference: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'cancellation-planned';
    } & {
      [key: string]: unknown;
    };
    CancelRefusedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /**
       * @description Why it was refused
       * @enum {string}
       */
      code:
        | 'ALREADY_CHANGED'
        | 'ALREADY_EXPANDED'
        | 'ALREADY_UNLOCKED'
        | 'CAPACITY_NOT_REDUCED'
        | 'CONVERSION_NOT_POSSIBLE'
        | 'CUSTOMER_DIFFERS'
        | 'DELIVERY_UNKNOWN'
        | 'EMERGENCIES_USED_UP'
        | 'EMERGENCY_TOO_LARGE'
        | 'EVALUATION_TOO_LONG'
        | 'LAST_DAY_MISSING'
        | 'LINE_CANCELED'
        | 'LINE_UNKNOWN'
        | 'LINK_REPLACED'
        | 'NOTHING_TO_RENEW'
        | 'ORDER_CANCELED'
        | 'ORDER_ENDED'
        | 'NOT_THE_NEWEST'
        | 'PERPETUAL_NOT_REDUCED'
        | 'REFERENCE_TAKEN'
        | 'PLAN_UNKNOWN'
        | 'REFERENCE_UNKNOWN'
        | 'REINSTATEMENT_OVER'
        | 'RENEWAL_NOT_LATER'
        | 'TIME_ZONE_CHANGED'
        | 'TOO_LATE_TO_WITHDRAW'
        | 'TOO_MANY_LINES'
        | 'CHANGED_MEANWHILE'
        | 'CHANGE_IN_PROGRESS'
        | 'INSUFFICIENT_CAPACITY'
        | 'NOTHING_ASSIGNED'
        | 'ONLINE_REQUIRED'
        | 'ORDER_NOT_ANSWERING'
        | 'ROLLING_OVER'
        | 'SERVER_RETIRED'
        | 'STANDBY_HOLDS_NOTHING'
        | 'STANDBY_OF_STANDBY'
        | 'STANDBY_ROLE'
        | 'STANDBY_TAKEN'
        | 'STILL_ASSIGNED'
        | 'TEST_ROLE'
        | 'TEST_UNITS_TAKEN'
        | 'ALREADY_RETURNED'
        | 'OTHER_DOCUMENT_OUT'
        | 'RETURN_REQUIRED'
        | 'TOKEN_BOUND_ELSEWHERE'
        | 'TOKEN_ROTATED'
        | 'TOO_MANY_MACHINES'
        | 'TOO_MANY_REINSTALLS'
        | 'VERSION_TOO_OLD';
      /** @description The sentence of the code */
      detail?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description Of the fact, as it was posted */
      reference?: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'cancel-refused';
    } & {
      [key: string]: unknown;
    };
    CapacityChange: {
      capacity: number;
    };
    CapacityChangedEvent: {
      account: string | null;
      /** @description A key of the catalogue */
      application: string;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      capacity: number;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description Capacity of lines of orders */
      shares: {
        /** @description A key of the catalogue */
        application: string;
        capacity: number;
        /** @description The line, by its number in the order */
        line: string;
        order: string;
      }[];
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'capacity-changed';
    } & {
      [key: string]: unknown;
    };
    /**
     * @description A renewal does not raise capacity. Name a capacity from 1 to the present one, or none to keep it. More capacity is an expansion.
     * @example {
     *       "title": "A renewal does not raise capacity",
     *       "status": 409,
     *       "detail": "Name a capacity from 1 to the present one, or none to keep it. More capacity is an expansion.",
     *       "code": "CAPACITY_NOT_REDUCED",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    CapacityNotReducedProblem: {
      /** @description Of the term before */
      capacity?: number;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'CAPACITY_NOT_REDUCED';
      /** @description What to do */
      detail: string;
      /** @description Its id */
      line?: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    Care: {
      /**
       * @description A calendar day, YYYY-MM-DD
       * @example 2026-12-01
       */
      endsOn: string;
      level: components['schemas']['CareLevel'];
      /** @enum {string} */
      state: 'upcoming' | 'active' | 'expiring' | 'expired';
    };
    CareCondition: {
      /** @description Days from today at the customer to that day: 0 is today */
      daysLeft: number | null;
      /** @description What to do about it, if anything */
      remedy:
        | (
            | 'renew'
            | 'convert'
            | 'settle'
            | 'unlock'
            | 'assign'
            | 'activate'
            | 'reconnect'
            | 'separate'
            | 'look-into'
            | 'reduce'
            | 'expand'
            | 'license'
          )
        | null;
      /** @enum {string} */
      severity: 'critical' | 'warning' | 'notice' | 'fine' | 'over';
      /** @enum {string} */
      state: 'lapsed' | 'suspended' | 'expiring' | 'upcoming' | 'active';
      /** @description The last day, at the customer, on which it is so; null where time alone changes nothing */
      until: string | null;
    };
    CareConditionOfUnits: {
      capacity: number;
      /** @description Days from today at the customer to that day: 0 is today */
      daysLeft: number | null;
      /**
       * @description A calendar day, YYYY-MM-DD
       * @example 2026-12-01
       */
      endsOn: string;
      level: components['schemas']['CareLevel'];
      /** @description What to do about it, if anything */
      remedy:
        | (
            | 'renew'
            | 'convert'
            | 'settle'
            | 'unlock'
            | 'assign'
            | 'activate'
            | 'reconnect'
            | 'separate'
            | 'look-into'
            | 'reduce'
            | 'expand'
            | 'license'
          )
        | null;
      /** @enum {string} */
      severity: 'critical' | 'warning' | 'notice' | 'fine' | 'over';
      /** @enum {string} */
      state: 'lapsed' | 'suspended' | 'expiring' | 'upcoming' | 'active';
      /** @description The last day, at the customer, on which it is so; null where time alone changes nothing */
      until: string | null;
    };
    CareExpiredEvent: {
      account: string | null;
      /** @description A key of the catalogue */
      application: string;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /**
       * @description The last day
       * @example 2026-12-01
       */
      endsOn: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description The line, by its number in the order */
      line: string;
      /** @description The ERP’s own number of the line */
      lineReference?: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'care-expired';
    } & {
      [key: string]: unknown;
    };
    /** @enum {string} */
    CareLevel: 'basic' | 'gold' | 'platinum';
    ChangedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      former: {
        name: string;
        role: components['schemas']['ServerRole'];
      };
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      name: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      role: components['schemas']['ServerRole'];
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'changed';
    } & {
      [key: string]: unknown;
    };
    /**
     * @description Somebody changed it in the meantime. Read it again, and decide anew. `changedBy` says who it was, `changedAt` when.
     * @example {
     *       "title": "Somebody changed it in the meantime",
     *       "status": 412,
     *       "detail": "Read it again, and decide anew. `changedBy` says who it was, `changedAt` when.",
     *       "code": "CHANGED_MEANWHILE",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    ChangedMeanwhileProblem: {
      /** Format: date-time */
      changedAt?: string;
      changedBy?: string;
      /** @constant */
      code: 'CHANGED_MEANWHILE';
      /** @description What to do */
      detail: string;
      /** @description What the server has of it now */
      held?: number;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 412;
      title: string;
    };
    /**
     * @description Other changes of this server are under way. A server changes one thing at a time, and enough wait already. Send the same request again.
     * @example {
     *       "title": "Other changes of this server are under way",
     *       "status": 409,
     *       "detail": "A server changes one thing at a time, and enough wait already. Send the same request again.",
     *       "code": "CHANGE_IN_PROGRESS",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    ChangeInProgressProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'CHANGE_IN_PROGRESS';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    ChangeSellerRefusedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /**
       * @description Why it was refused
       * @enum {string}
       */
      code:
        | 'ALREADY_CHANGED'
        | 'ALREADY_EXPANDED'
        | 'ALREADY_UNLOCKED'
        | 'CAPACITY_NOT_REDUCED'
        | 'CONVERSION_NOT_POSSIBLE'
        | 'CUSTOMER_DIFFERS'
        | 'DELIVERY_UNKNOWN'
        | 'EMERGENCIES_USED_UP'
        | 'EMERGENCY_TOO_LARGE'
        | 'EVALUATION_TOO_LONG'
        | 'LAST_DAY_MISSING'
        | 'LINE_CANCELED'
        | 'LINE_UNKNOWN'
        | 'LINK_REPLACED'
        | 'NOTHING_TO_RENEW'
        | 'ORDER_CANCELED'
        | 'ORDER_ENDED'
        | 'NOT_THE_NEWEST'
        | 'PERPETUAL_NOT_REDUCED'
        | 'REFERENCE_TAKEN'
        | 'PLAN_UNKNOWN'
        | 'REFERENCE_UNKNOWN'
        | 'REINSTATEMENT_OVER'
        | 'RENEWAL_NOT_LATER'
        | 'TIME_ZONE_CHANGED'
        | 'TOO_LATE_TO_WITHDRAW'
        | 'TOO_MANY_LINES'
        | 'CHANGED_MEANWHILE'
        | 'CHANGE_IN_PROGRESS'
        | 'INSUFFICIENT_CAPACITY'
        | 'NOTHING_ASSIGNED'
        | 'ONLINE_REQUIRED'
        | 'ORDER_NOT_ANSWERING'
        | 'ROLLING_OVER'
        | 'SERVER_RETIRED'
        | 'STANDBY_HOLDS_NOTHING'
        | 'STANDBY_OF_STANDBY'
        | 'STANDBY_ROLE'
        | 'STANDBY_TAKEN'
        | 'STILL_ASSIGNED'
        | 'TEST_ROLE'
        | 'TEST_UNITS_TAKEN'
        | 'ALREADY_RETURNED'
        | 'OTHER_DOCUMENT_OUT'
        | 'RETURN_REQUIRED'
        | 'TOKEN_BOUND_ELSEWHERE'
        | 'TOKEN_ROTATED'
        | 'TOO_MANY_MACHINES'
        | 'TOO_MANY_REINSTALLS'
        | 'VERSION_TOO_OLD';
      /** @description The sentence of the code */
      detail?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description Of the fact, as it was posted */
      reference: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'change-seller-refused';
    } & {
      [key: string]: unknown;
    };
    ChangeTimeZoneRefusedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /**
       * @description Why it was refused
       * @enum {string}
       */
      code:
        | 'ALREADY_CHANGED'
        | 'ALREADY_EXPANDED'
        | 'ALREADY_UNLOCKED'
        | 'CAPACITY_NOT_REDUCED'
        | 'CONVERSION_NOT_POSSIBLE'
        | 'CUSTOMER_DIFFERS'
        | 'DELIVERY_UNKNOWN'
        | 'EMERGENCIES_USED_UP'
        | 'EMERGENCY_TOO_LARGE'
        | 'EVALUATION_TOO_LONG'
        | 'LAST_DAY_MISSING'
        | 'LINE_CANCELED'
        | 'LINE_UNKNOWN'
        | 'LINK_REPLACED'
        | 'NOTHING_TO_RENEW'
        | 'ORDER_CANCELED'
        | 'ORDER_ENDED'
        | 'NOT_THE_NEWEST'
        | 'PERPETUAL_NOT_REDUCED'
        | 'REFERENCE_TAKEN'
        | 'PLAN_UNKNOWN'
        | 'REFERENCE_UNKNOWN'
        | 'REINSTATEMENT_OVER'
        | 'RENEWAL_NOT_LATER'
        | 'TIME_ZONE_CHANGED'
        | 'TOO_LATE_TO_WITHDRAW'
        | 'TOO_MANY_LINES'
        | 'CHANGED_MEANWHILE'
        | 'CHANGE_IN_PROGRESS'
        | 'INSUFFICIENT_CAPACITY'
        | 'NOTHING_ASSIGNED'
        | 'ONLINE_REQUIRED'
        | 'ORDER_NOT_ANSWERING'
        | 'ROLLING_OVER'
        | 'SERVER_RETIRED'
        | 'STANDBY_HOLDS_NOTHING'
        | 'STANDBY_OF_STANDBY'
        | 'STANDBY_ROLE'
        | 'STANDBY_TAKEN'
        | 'STILL_ASSIGNED'
        | 'TEST_ROLE'
        | 'TEST_UNITS_TAKEN'
        | 'ALREADY_RETURNED'
        | 'OTHER_DOCUMENT_OUT'
        | 'RETURN_REQUIRED'
        | 'TOKEN_BOUND_ELSEWHERE'
        | 'TOKEN_ROTATED'
        | 'TOO_MANY_MACHINES'
        | 'TOO_MANY_REINSTALLS'
        | 'VERSION_TOO_OLD';
      /** @description The sentence of the code */
      detail?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description Of the fact, as it was posted */
      reference: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'change-time-zone-refused';
    } & {
      [key: string]: unknown;
    };
    /**
     * @description The check-in is not authentic. Sign the JWT with the key of the activation, for this address, with a clock near serverTime.
     * @example {
     *       "title": "The check-in is not authentic",
     *       "status": 401,
     *       "detail": "Sign the JWT with the key of the activation, for this address, with a clock near serverTime.",
     *       "code": "CHECK_IN_NOT_AUTHENTIC",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    CheckInNotAuthenticProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'CHECK_IN_NOT_AUTHENTIC';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /**
       * Format: date-time
       * @description By the clock of the service
       */
      serverTime?: string;
      /** @constant */
      status: 401;
      title: string;
    };
    CloneSuspectedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'clone-suspected';
    } & {
      [key: string]: unknown;
    };
    ConditionOfUnits: {
      capacity: number;
      /** @description Days from today at the customer to that day: 0 is today */
      daysLeft: number | null;
      /** @description What to do about it, if anything */
      remedy:
        | (
            | 'renew'
            | 'convert'
            | 'settle'
            | 'unlock'
            | 'assign'
            | 'activate'
            | 'reconnect'
            | 'separate'
            | 'look-into'
            | 'reduce'
            | 'expand'
            | 'license'
          )
        | null;
      /** @enum {string} */
      severity: 'critical' | 'warning' | 'notice' | 'fine' | 'over';
      /** @enum {string} */
      state: 'grace' | 'stopped' | 'suspended' | 'expiring' | 'upcoming' | 'active' | 'canceled' | 'over';
      /** @description The last day, at the customer, on which it is so; null where time alone changes nothing */
      until: string | null;
    };
    Conversion: {
      /** @description Of a subscription the level alone; a perpetual license has none where none is named */
      care?: {
        /**
         * @description A calendar day, YYYY-MM-DD
         * @example 2026-12-01
         */
        endsOn?: string;
        level?: components['schemas']['CareLevel'];
      };
      /** @description Says that a last day more than ten years away is meant; no part of the content */
      confirmFar?: boolean;
      /**
       * @description The last day of a subscription, which needs one; today or later
       * @example 2026-12-01
       */
      endsOn?: string;
      /** @enum {string} */
      license: 'subscription' | 'perpetual';
      /** @description Case-sensitive */
      line: string;
      /** @description Repeated with the same content it changes nothing */
      reference: string;
    };
    /**
     * @description The line cannot become this kind of license. An evaluation can become a subscription or perpetual, a subscription perpetual, as long as `license` is not past its time. Order an expansion instead.
     * @example {
     *       "title": "The line cannot become this kind of license",
     *       "status": 409,
     *       "detail": "An evaluation can become a subscription or perpetual, a subscription perpetual, as long as `license` is not past its time. Order an expansion instead.",
     *       "code": "CONVERSION_NOT_POSSIBLE",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    ConversionNotPossibleProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'CONVERSION_NOT_POSSIBLE';
      /** @description What to do */
      detail: string;
      /** @description What it is */
      license?: string;
      /** @description Its id */
      line?: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    ConvertedEvent: {
      account: string | null;
      /** @description A key of the catalogue */
      application: string;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      care: {
        endsOn: string | null;
        level: components['schemas']['CareLevel'];
      } | null;
      endsOn: string | null;
      formerEndsOn: string | null;
      formerLicense: components['schemas']['LicenseKind'];
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      license: components['schemas']['LicenseKind'];
      /** @description The line, by its number in the order */
      line: string;
      /** @description The ERP’s own number of the line */
      lineReference?: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description Of the fact, as it was posted */
      reference: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'converted';
    } & {
      [key: string]: unknown;
    };
    ConvertRefusedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /**
       * @description Why it was refused
       * @enum {string}
       */
      code:
        | 'ALREADY_CHANGED'
        | 'ALREADY_EXPANDED'
        | 'ALREADY_UNLOCKED'
        | 'CAPACITY_NOT_REDUCED'
        | 'CONVERSION_NOT_POSSIBLE'
        | 'CUSTOMER_DIFFERS'
        | 'DELIVERY_UNKNOWN'
        | 'EMERGENCIES_USED_UP'
        | 'EMERGENCY_TOO_LARGE'
        | 'EVALUATION_TOO_LONG'
        | 'LAST_DAY_MISSING'
        | 'LINE_CANCELED'
        | 'LINE_UNKNOWN'
        | 'LINK_REPLACED'
        | 'NOTHING_TO_RENEW'
        | 'ORDER_CANCELED'
        | 'ORDER_ENDED'
        | 'NOT_THE_NEWEST'
        | 'PERPETUAL_NOT_REDUCED'
        | 'REFERENCE_TAKEN'
        | 'PLAN_UNKNOWN'
        | 'REFERENCE_UNKNOWN'
        | 'REINSTATEMENT_OVER'
        | 'RENEWAL_NOT_LATER'
        | 'TIME_ZONE_CHANGED'
        | 'TOO_LATE_TO_WITHDRAW'
        | 'TOO_MANY_LINES'
        | 'CHANGED_MEANWHILE'
        | 'CHANGE_IN_PROGRESS'
        | 'INSUFFICIENT_CAPACITY'
        | 'NOTHING_ASSIGNED'
        | 'ONLINE_REQUIRED'
        | 'ORDER_NOT_ANSWERING'
        | 'ROLLING_OVER'
        | 'SERVER_RETIRED'
        | 'STANDBY_HOLDS_NOTHING'
        | 'STANDBY_OF_STANDBY'
        | 'STANDBY_ROLE'
        | 'STANDBY_TAKEN'
        | 'STILL_ASSIGNED'
        | 'TEST_ROLE'
        | 'TEST_UNITS_TAKEN'
        | 'ALREADY_RETURNED'
        | 'OTHER_DOCUMENT_OUT'
        | 'RETURN_REQUIRED'
        | 'TOKEN_BOUND_ELSEWHERE'
        | 'TOKEN_ROTATED'
        | 'TOO_MANY_MACHINES'
        | 'TOO_MANY_REINSTALLS'
        | 'VERSION_TOO_OLD';
      /** @description The sentence of the code */
      detail?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description Of the fact, as it was posted */
      reference: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'convert-refused';
    } & {
      [key: string]: unknown;
    };
    CorrectedAddress: {
      /** @description Case-sensitive */
      account: string;
      /** @description Those whose e-mail to the wrong address is still being tried: once it has left, the same is done for them by itself */
      due: {
        /** @description Case-sensitive */
        delivery: string;
        /** @description Case-sensitive */
        order: string;
      }[];
      /**
       * Format: idn-email
       * @description That of the account now
       */
      email: string;
      /** @description Locked deliveries whose link was replaced and mailed to the right address */
      links: {
        /** @description Case-sensitive */
        delivery: string;
        /** @description Case-sensitive */
        order: string;
      }[];
      /** @description What whoever has the wrong address made, changed or let in, and works still: keys by name, members by address, webhooks by URL. Take out what a stranger made */
      made: {
        /** @description Case-sensitive */
        id: string;
        /** @enum {string} */
        kind: 'key' | 'member' | 'webhook';
        name: string;
      }[];
    };
    /**
     * @description What this cursor stands behind is not there any more. The database was restored since from a backup. Go on from `nextCursor`: some events may come once more.
     * @example {
     *       "title": "What this cursor stands behind is not there any more",
     *       "status": 410,
     *       "detail": "The database was restored since from a backup. Go on from `nextCursor`: some events may come once more.",
     *       "code": "CURSOR_UNKNOWN",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    CursorUnknownProblem: {
      /** @constant */
      code: 'CURSOR_UNKNOWN';
      /** @description What to do */
      detail: string;
      /** @description From which to go on */
      nextCursor?: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 410;
      title: string;
    };
    /**
     * @description The database takes no changes at this moment. What is read is answered as ever. Send the same request again, with the same Idempotency-Key if it has one: it is carried out once.
     * @example {
     *       "title": "The database takes no changes at this moment",
     *       "status": 503,
     *       "detail": "What is read is answered as ever. Send the same request again, with the same Idempotency-Key if it has one: it is carried out once.",
     *       "code": "DATABASE_NOT_WRITABLE",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    DatabaseNotWritableProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'DATABASE_NOT_WRITABLE';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 503;
      title: string;
    };
    /**
     * @description The database does not answer at this moment. Send the same request again, with the same Idempotency-Key if it has one: it is carried out once.
     * @example {
     *       "title": "The database does not answer at this moment",
     *       "status": 503,
     *       "detail": "Send the same request again, with the same Idempotency-Key if it has one: it is carried out once.",
     *       "code": "DATABASE_UNAVAILABLE",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    DatabaseUnavailableProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'DATABASE_UNAVAILABLE';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 503;
      title: string;
    };
    DeactivatedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description The server */
      server?: string;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'deactivated';
    } & {
      [key: string]: unknown;
    };
    DeliveredEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description The delivery, by its number in the order */
      delivery: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description The lines as sold */
      lines: {
        /** @description A key of the catalogue */
        application: string;
        capacity: number;
        care: {
          endsOn: string | null;
          level: components['schemas']['CareLevel'];
        } | null;
        endsOn: string | null;
        /** @description What an evaluation was promised, in days */
        evaluation?: {
          convertibleDays: number;
          expiringDays: number;
          longestDays: number;
          noticeDays: number[];
        };
        /** @description The line, by its number in the order */
        id: string;
        license: components['schemas']['LicenseKind'];
        /** @description The ERP’s own number of the line */
        reference?: string;
        /**
         * @description A calendar day, YYYY-MM-DD
         * @example 2026-12-01
         */
        startsOn: string;
      }[];
      /** Format: date-time */
      recordedAt: string;
      /** @description Of the fact, as it was posted */
      reference: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'delivered';
    } & {
      [key: string]: unknown;
    };
    Delivery: {
      /** Format: date-time */
      deliveredAt: string;
      /** @description How often it was told, anew included: a link of a former one is replaced */
      edition: number;
      id: string;
      /** @enum {string} */
      mail: 'due' | 'sent' | 'delivered' | 'bounced' | 'unknown' | 'superseded';
      /** @description What the expansion brought; the order’s own stands with it */
      metadata?: {
        [key: string]: string;
      };
      reference: string;
      unlockedAt: string | null;
    };
    /**
     * @description No such delivery. The order has no delivery with this id. The order lists its deliveries.
     * @example {
     *       "title": "No such delivery",
     *       "status": 404,
     *       "detail": "The order has no delivery with this id. The order lists its deliveries.",
     *       "code": "DELIVERY_UNKNOWN",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    DeliveryUnknownProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'DELIVERY_UNKNOWN';
      delivery?: string;
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 404;
      title: string;
    };
    DomainsSetEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description All that are the account’s from then on */
      domains: string[];
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'domains-set';
    } & {
      [key: string]: unknown;
    };
    /**
     * @description The domain is another account’s. A domain is of one account. Take it from the other first.
     * @example {
     *       "title": "The domain is another account’s",
     *       "status": 409,
     *       "detail": "A domain is of one account. Take it from the other first.",
     *       "code": "DOMAIN_TAKEN",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    DomainTakenProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'DOMAIN_TAKEN';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    Emergencies: {
      items: components['schemas']['Emergency'][];
      /** @description How many more may be declared now */
      left: number;
      nextAt: string | null;
      nextCursor: string | null;
    };
    /**
     * @description All emergencies are used up. Two may be declared in any 365 days; another one from `nextAt` on. Ask your seller or the vendor for capacity.
     * @example {
     *       "title": "All emergencies are used up",
     *       "status": 409,
     *       "detail": "Two may be declared in any 365 days; another one from `nextAt` on. Ask your seller or the vendor for capacity.",
     *       "code": "EMERGENCIES_USED_UP",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    EmergenciesUsedUpProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'EMERGENCIES_USED_UP';
      /** @description What to do */
      detail: string;
      /** Format: date-time */
      nextAt?: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    Emergency: {
      application: string;
      by: string | null;
      capacity: number;
      customer: {
        /** @description Case-sensitive */
        id: string;
        name: string;
      };
      /** Format: date-time */
      declaredAt: string;
      /**
       * @description A calendar day, YYYY-MM-DD
       * @example 2026-12-01
       */
      endsOn: string;
      /** @description The order that grants it, and ends with its last day */
      order: string;
      reason: string;
      seller: string | null;
      /**
       * @description A calendar day, YYYY-MM-DD
       * @example 2026-12-01
       */
      startsOn: string;
    };
    EmergencyDeclaredEvent: {
      account: string | null;
      /** @description A key of the catalogue */
      application: string;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      capacity: number;
      /**
       * @description The last day
       * @example 2026-12-01
       */
      endsOn: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description The order that grants it */
      order: string;
      /** @description As it was given */
      reason: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description The seller that declared it for the customer */
      seller?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'emergency-declared';
    } & {
      [key: string]: unknown;
    };
    EmergencyPage: {
      items: components['schemas']['Emergency'][];
      nextCursor: string | null;
    };
    /**
     * @description An emergency does not grant as much. Ask for at most `most`: twice what was owned last of the application, evaluations not counted.
     * @example {
     *       "title": "An emergency does not grant as much",
     *       "status": 409,
     *       "detail": "Ask for at most `most`: twice what was owned last of the application, evaluations not counted.",
     *       "code": "EMERGENCY_TOO_LARGE",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    EmergencyTooLargeProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'EMERGENCY_TOO_LARGE';
      /** @description What to do */
      detail: string;
      /** @description Of the application, in units */
      most?: number;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    EndedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'ended';
    } & {
      [key: string]: unknown;
    };
    /**
     * @description The evaluation would be too long. Name a last day up to `latest`, or convert the line.
     * @example {
     *       "title": "The evaluation would be too long",
     *       "status": 409,
     *       "detail": "Name a last day up to `latest`, or convert the line.",
     *       "code": "EVALUATION_TOO_LONG",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    EvaluationTooLongProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'EVALUATION_TOO_LONG';
      /** @description What to do */
      detail: string;
      /** @description The latest last day that it can have */
      latest?: string;
      /** @description Its id */
      line?: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    /** @description What happened; further fields depend on the type */
    Event: {
      /** Format: date-time */
      at: string;
      /** Format: date-time */
      recordedAt: string;
      seq: number;
      stream: string;
      type: components['schemas']['EventType'];
    } & {
      [key: string]: unknown;
    };
    EventPage: {
      items: components['schemas']['Event'][];
      /** @description To go on from, today or in a year */
      nextCursor: string;
    };
    /** @enum {string} */
    EventType:
      | 'account-changed'
      | 'acknowledged'
      | 'acknowledgement-withdrawn'
      | 'activated'
      | 'activation-refused'
      | 'advisory-published'
      | 'advisory-withdrawn'
      | 'amend-refused'
      | 'amended'
      | 'assigned'
      | 'cancel-refused'
      | 'canceled'
      | 'cancellation-planned'
      | 'capacity-changed'
      | 'care-expired'
      | 'change-seller-refused'
      | 'change-time-zone-refused'
      | 'changed'
      | 'clone-suspected'
      | 'convert-refused'
      | 'converted'
      | 'deactivated'
      | 'delivered'
      | 'emergency-declared'
      | 'domains-set'
      | 'ended'
      | 'expand-refused'
      | 'expanded'
      | 'expired'
      | 'expiring'
      | 'identity-provider-removed'
      | 'identity-provider-set'
      | 'intent-stated'
      | 'key-made'
      | 'key-revoked'
      | 'lock-refused'
      | 'locked'
      | 'mail-bounced'
      | 'mail-delivered'
      | 'mail-requested'
      | 'mail-sent'
      | 'mail-unknown'
      | 'moved'
      | 'offline-activated'
      | 'offline-overridden'
      | 'offline-returned'
      | 'parties-changed'
      | 'passkey-added'
      | 'passkey-removed'
      | 'passkey-used'
      | 'person-invited'
      | 'person-joined'
      | 'person-removed'
      | 'plan-withdrawn'
      | 'reduced'
      | 'registered'
      | 'reinstalled'
      | 'released'
      | 'renew-refused'
      | 'renewed'
      | 'resume-refused'
      | 'resumed'
      | 'retired'
      | 'role-changed'
      | 'rotated'
      | 'seen-again'
      | 'seller-ended'
      | 'seller-restored'
      | 'silent'
      | 'snapshot-suspected'
      | 'standby-changed'
      | 'state-intent-refused'
      | 'suspend-refused'
      | 'suspended'
      | 'taken-back'
      | 'takeover-ended'
      | 'takeover-started'
      | 'test-units-changed'
      | 'time-zone-changed'
      | 'transfer-refused'
      | 'unlock-link-replaced'
      | 'unlock-refused'
      | 'unlocked'
      | 'unrecoverable'
      | 'updated'
      | 'webhook-added'
      | 'webhook-changed'
      | 'webhook-disabled'
      | 'webhook-removed'
      | 'withdraw-plan-refused'
      | 'withdraw-refused'
      | 'withdrawn';
    ExpandedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description The delivery, by its number in the order */
      delivery: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description The lines as sold */
      lines: {
        /** @description A key of the catalogue */
        application: string;
        capacity: number;
        care: {
          endsOn: string | null;
          level: components['schemas']['CareLevel'];
        } | null;
        endsOn: string | null;
        /** @description What an evaluation was promised, in days */
        evaluation?: {
          convertibleDays: number;
          expiringDays: number;
          longestDays: number;
          noticeDays: number[];
        };
        /** @description The line, by its number in the order */
        id: string;
        license: components['schemas']['LicenseKind'];
        /** @description The ERP’s own number of the line */
        reference?: string;
        /**
         * @description A calendar day, YYYY-MM-DD
         * @example 2026-12-01
         */
        startsOn: string;
      }[];
      /** Format: date-time */
      recordedAt: string;
      /** @description Of the fact, as it was posted */
      reference: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'expanded';
    } & {
      [key: string]: unknown;
    };
    ExpandRefusedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /**
       * @description Why it was refused
       * @enum {string}
       */
      code:
        | 'ALREADY_CHANGED'
        | 'ALREADY_EXPANDED'
        | 'ALREADY_UNLOCKED'
        | 'CAPACITY_NOT_REDUCED'
        | 'CONVERSION_NOT_POSSIBLE'
        | 'CUSTOMER_DIFFERS'
        | 'DELIVERY_UNKNOWN'
        | 'EMERGENCIES_USED_UP'
        | 'EMERGENCY_TOO_LARGE'
        | 'EVALUATION_TOO_LONG'
        | 'LAST_DAY_MISSING'
        | 'LINE_CANCELED'
        | 'LINE_UNKNOWN'
        | 'LINK_REPLACED'
        | 'NOTHING_TO_RENEW'
        | 'ORDER_CANCELED'
        | 'ORDER_ENDED'
        | 'NOT_THE_NEWEST'
        | 'PERPETUAL_NOT_REDUCED'
        | 'REFERENCE_TAKEN'
        | 'PLAN_UNKNOWN'
        | 'REFERENCE_UNKNOWN'
        | 'REINSTATEMENT_OVER'
        | 'RENEWAL_NOT_LATER'
        | 'TIME_ZONE_CHANGED'
        | 'TOO_LATE_TO_WITHDRAW'
        | 'TOO_MANY_LINES'
        | 'CHANGED_MEANWHILE'
        | 'CHANGE_IN_PROGRESS'
        | 'INSUFFICIENT_CAPACITY'
        | 'NOTHING_ASSIGNED'
        | 'ONLINE_REQUIRED'
        | 'ORDER_NOT_ANSWERING'
        | 'ROLLING_OVER'
        | 'SERVER_RETIRED'
        | 'STANDBY_HOLDS_NOTHING'
        | 'STANDBY_OF_STANDBY'
        | 'STANDBY_ROLE'
        | 'STANDBY_TAKEN'
        | 'STILL_ASSIGNED'
        | 'TEST_ROLE'
        | 'TEST_UNITS_TAKEN'
        | 'ALREADY_RETURNED'
        | 'OTHER_DOCUMENT_OUT'
        | 'RETURN_REQUIRED'
        | 'TOKEN_BOUND_ELSEWHERE'
        | 'TOKEN_ROTATED'
        | 'TOO_MANY_MACHINES'
        | 'TOO_MANY_REINSTALLS'
        | 'VERSION_TOO_OLD';
      /** @description The sentence of the code */
      detail?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description Of the fact, as it was posted */
      reference: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'expand-refused';
    } & {
      [key: string]: unknown;
    };
    Expansion: {
      /** @description That a last day more than 10 years away is meant; no part of the content that a reference stands for */
      confirmFar?: boolean;
      /** @description A subscription without a last day of its own ends with those of the order, which has at most 1,000 lines in its life */
      lines: components['schemas']['PostedLine'][];
      metadata?: components['schemas']['Metadata'];
      /** @description Repeated with the same content it changes nothing */
      reference: string;
    };
    ExpiredEvent: {
      account: string | null;
      /** @description A key of the catalogue */
      application: string;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /**
       * @description The last day
       * @example 2026-12-01
       */
      endsOn: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description The line, by its number in the order */
      line: string;
      /** @description The ERP’s own number of the line */
      lineReference?: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'expired';
    } & {
      [key: string]: unknown;
    };
    ExpiringEvent: {
      account: string | null;
      /** @description A key of the catalogue */
      application: string;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /**
       * @description The last day
       * @example 2026-12-01
       */
      endsOn: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description The line, by its number in the order */
      line: string;
      /** @description The ERP’s own number of the line */
      lineReference?: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'expiring';
    } & {
      [key: string]: unknown;
    };
    /** @description What happened; further fields depend on the type */
    FeedEvent:
      | components['schemas']['AccountChangedEvent']
      | components['schemas']['AcknowledgedEvent']
      | components['schemas']['AcknowledgementWithdrawnEvent']
      | components['schemas']['ActivatedEvent']
      | components['schemas']['ActivationRefusedEvent']
      | components['schemas']['AdvisoryPublishedEvent']
      | components['schemas']['AdvisoryWithdrawnEvent']
      | components['schemas']['AmendRefusedEvent']
      | components['schemas']['AmendedEvent']
      | components['schemas']['AssignedEvent']
      | components['schemas']['CancelRefusedEvent']
      | components['schemas']['CanceledEvent']
      | components['schemas']['CancellationPlannedEvent']
      | components['schemas']['CapacityChangedEvent']
      | components['schemas']['CareExpiredEvent']
      | components['schemas']['ChangeSellerRefusedEvent']
      | components['schemas']['ChangeTimeZoneRefusedEvent']
      | components['schemas']['ChangedEvent']
      | components['schemas']['CloneSuspectedEvent']
      | components['schemas']['ConvertRefusedEvent']
      | components['schemas']['ConvertedEvent']
      | components['schemas']['DeactivatedEvent']
      | components['schemas']['DeliveredEvent']
      | components['schemas']['EmergencyDeclaredEvent']
      | components['schemas']['DomainsSetEvent']
      | components['schemas']['EndedEvent']
      | components['schemas']['ExpandRefusedEvent']
      | components['schemas']['ExpandedEvent']
      | components['schemas']['ExpiredEvent']
      | components['schemas']['ExpiringEvent']
      | components['schemas']['IdentityProviderRemovedEvent']
      | components['schemas']['IdentityProviderSetEvent']
      | components['schemas']['IntentStatedEvent']
      | components['schemas']['KeyMadeEvent']
      | components['schemas']['KeyRevokedEvent']
      | components['schemas']['LockRefusedEvent']
      | components['schemas']['LockedEvent']
      | components['schemas']['MailBouncedEvent']
      | components['schemas']['MailDeliveredEvent']
      | components['schemas']['MailRequestedEvent']
      | components['schemas']['MailSentEvent']
      | components['schemas']['MailUnknownEvent']
      | components['schemas']['MovedEvent']
      | components['schemas']['OfflineActivatedEvent']
      | components['schemas']['OfflineOverriddenEvent']
      | components['schemas']['OfflineReturnedEvent']
      | components['schemas']['PartiesChangedEvent']
      | components['schemas']['PasskeyAddedEvent']
      | components['schemas']['PasskeyRemovedEvent']
      | components['schemas']['PasskeyUsedEvent']
      | components['schemas']['PersonInvitedEvent']
      | components['schemas']['PersonJoinedEvent']
      | components['schemas']['PersonRemovedEvent']
      | components['schemas']['PlanWithdrawnEvent']
      | components['schemas']['ReducedEvent']
      | components['schemas']['RegisteredEvent']
      | components['schemas']['ReinstalledEvent']
      | components['schemas']['ReleasedEvent']
      | components['schemas']['RenewRefusedEvent']
      | components['schemas']['RenewedEvent']
      | components['schemas']['ResumeRefusedEvent']
      | components['schemas']['ResumedEvent']
      | components['schemas']['RetiredEvent']
      | components['schemas']['RoleChangedEvent']
      | components['schemas']['RotatedEvent']
      | components['schemas']['SeenAgainEvent']
      | components['schemas']['SellerEndedEvent']
      | components['schemas']['SellerRestoredEvent']
      | components['schemas']['SilentEvent']
      | components['schemas']['SnapshotSuspectedEvent']
      | components['schemas']['StandbyChangedEvent']
      | components['schemas']['StateIntentRefusedEvent']
      | components['schemas']['SuspendRefusedEvent']
      | components['schemas']['SuspendedEvent']
      | components['schemas']['TakenBackEvent']
      | components['schemas']['TakeoverEndedEvent']
      | components['schemas']['TakeoverStartedEvent']
      | components['schemas']['TestUnitsChangedEvent']
      | components['schemas']['TimeZoneChangedEvent']
      | components['schemas']['TransferRefusedEvent']
      | components['schemas']['UnlockLinkReplacedEvent']
      | components['schemas']['UnlockRefusedEvent']
      | components['schemas']['UnlockedEvent']
      | components['schemas']['UnrecoverableEvent']
      | components['schemas']['UpdatedEvent']
      | components['schemas']['WebhookAddedEvent']
      | components['schemas']['WebhookChangedEvent']
      | components['schemas']['WebhookDisabledEvent']
      | components['schemas']['WebhookRemovedEvent']
      | components['schemas']['WithdrawPlanRefusedEvent']
      | components['schemas']['WithdrawRefusedEvent']
      | components['schemas']['WithdrawnEvent'];
    FeedPage: {
      items: components['schemas']['FeedEvent'][];
      /** @description To go on from, today or in a year */
      nextCursor: string;
    };
    Found: {
      /** @description By id or name */
      accounts: {
        items: {
          /** @description Case-sensitive */
          id: string;
          kind: components['schemas']['AccountKind'];
          name: string;
        }[];
        /** @description Whether there are more than these */
        more: boolean;
      };
      exactly: {
        id: string;
        /** @enum {string} */
        kind: 'order' | 'account' | 'server' | 'person';
      } | null;
      /** @description By number, purchase order, reference, or a party’s id or name */
      orders: {
        items: {
          customer: {
            /** @description Case-sensitive */
            id: string;
            name: string;
          };
          /** @description Case-sensitive */
          number: string;
          purchaseOrder: string | null;
          stage: components['schemas']['OrderStage'];
          status: components['schemas']['OrderStatus'];
        }[];
        /** @description Whether there are more than these */
        more: boolean;
      };
      /** @description By address or name, for the vendor alone */
      people: {
        items: {
          accounts: {
            /** @description Case-sensitive */
            id: string;
            name: string;
          }[];
          email: string;
          id: string;
          name: string | null;
        }[];
        /** @description Whether there are more than these */
        more: boolean;
      };
      /** @description By name, id, machine, or the first group of an Activation Token */
      servers: {
        items: {
          customer: {
            /** @description Case-sensitive */
            id: string;
            name: string;
          };
          hostname: string | null;
          /** @description Case-sensitive */
          id: string;
          name: string;
          state: components['schemas']['ServerState'];
        }[];
        /** @description Whether there are more than these */
        more: boolean;
      };
    };
    /**
     * @description The headers are too large. All headers together, with the address, have at most 16 kB.
     * @example {
     *       "title": "The headers are too large",
     *       "status": 431,
     *       "detail": "All headers together, with the address, have at most 16 kB.",
     *       "code": "HEADERS_TOO_LARGE",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    HeadersTooLargeProblem: {
      /** @constant */
      code: 'HEADERS_TOO_LARGE';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 431;
      title: string;
    };
    History: {
      items: {
        application: string;
        name: string;
        /** @description At the beginning of each of the last twelve months in the account’s time zone, and now */
        points: {
          assigned: number;
          /**
           * @description A calendar day, YYYY-MM-DD
           * @example 2026-12-01
           */
          on: string;
          owned: number;
        }[];
        unit: components['schemas']['Unit'] | null;
        /** @description Now; null where no server says it */
        used: number | null;
      }[];
    };
    /**
     * @description The idempotency key belongs to another request. Within a day a key stands for one content. Take a new key for a new request.
     * @example {
     *       "title": "The idempotency key belongs to another request",
     *       "status": 422,
     *       "detail": "Within a day a key stands for one content. Take a new key for a new request.",
     *       "code": "IDEMPOTENCY_KEY_REUSED",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    IdempotencyKeyReusedProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'IDEMPOTENCY_KEY_REUSED';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 422;
      title: string;
    };
    IdentityProvider: {
      clientId: string;
      /** @description Of e-mail addresses that it answers for, as the vendor says */
      domains: string[];
      /** @description As the provider calls itself, without `/.well-known/…` */
      issuer: string;
      provedAt: string | null;
      /** @description Whether it is the only way into the account for people */
      required: boolean;
      /** Format: date-time */
      setAt: string;
    };
    IdentityProviderChange: {
      clientId: string;
      /** @description Absent: the one that is kept, which another issuer or client does not get */
      clientSecret?: string;
      /** @description As the provider calls itself, without `/.well-known/…` */
      issuer: string;
      /** @description Whether it is the only way into the account for people */
      required: boolean;
    };
    IdentityProviderCheck: {
      trouble:
        | (
            | 'unreachable'
            | 'no-provider'
            | 'other-issuer'
            | 'client-refused'
            | 'key-unknown'
            | 'over'
            | 'other-audience'
            | 'other-round'
            | 'denied'
            | 'unverified'
            | 'other-domain'
            | 'no-member'
            | 'lost'
            | 'failed'
          )
        | null;
    };
    IdentityProviderRemovedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description The provider of OpenID Connect, as it calls itself */
      issuer: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'identity-provider-removed';
    } & {
      [key: string]: unknown;
    };
    IdentityProviderSetEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description What of it is another now */
      fields: ('issuer' | 'clientId' | 'clientSecret' | 'required')[];
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description The provider of OpenID Connect, as it calls itself */
      issuer: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Whether it is the only way into the account */
      required: boolean;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'identity-provider-set';
    } & {
      [key: string]: unknown;
    };
    /**
     * @description Nobody has signed in by the provider yet. Set it without requiring it, sign in by it once, and require it then: so nobody is locked out.
     * @example {
     *       "title": "Nobody has signed in by the provider yet",
     *       "status": 409,
     *       "detail": "Set it without requiring it, sign in by it once, and require it then: so nobody is locked out.",
     *       "code": "IDENTITY_PROVIDER_UNPROVEN",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    IdentityProviderUnprovenProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'IDENTITY_PROVIDER_UNPROVEN';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    /**
     * @description Not enough capacity is free. Ask for at most what this server holds and `free` together, or order an expansion.
     * @example {
     *       "title": "Not enough capacity is free",
     *       "status": 409,
     *       "detail": "Ask for at most what this server holds and `free` together, or order an expansion.",
     *       "code": "INSUFFICIENT_CAPACITY",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    InsufficientCapacityProblem: {
      application?: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'INSUFFICIENT_CAPACITY';
      /** @description What to do */
      detail: string;
      /** @description Beside what the server holds already */
      free?: number;
      /** @description Of an order that refused, its id */
      line?: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    Intent: {
      /** @description With how much it would be renewed */
      capacity?: number;
      /** @enum {string} */
      intent: 'renew' | 'end';
      /** @description For people of the seller and the vendor */
      note?: string;
    };
    IntentOfMany: {
      /** @description null takes back what was meant */
      intent: ('renew' | 'end') | null;
      /** @description Each names its line and its order */
      lines: {
        /** @description Case-sensitive */
        line: string;
        /** @description Case-sensitive */
        order: string;
      }[];
    };
    IntentStatedEvent: {
      account: string | null;
      /** @description A key of the catalogue */
      application: string;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      capacity: number | null;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      intent: ('renew' | 'end') | null;
      /** @description The line, by its number in the order */
      line: string;
      /** @description The ERP’s own number of the line */
      lineReference?: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'intent-stated';
    } & {
      [key: string]: unknown;
    };
    /**
     * @description Something went wrong here. The request may be sent again. If it goes wrong again, tell whoever operates this service.
     * @example {
     *       "title": "Something went wrong here",
     *       "status": 500,
     *       "detail": "The request may be sent again. If it goes wrong again, tell whoever operates this service.",
     *       "code": "INTERNAL",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    InternalProblem: {
      /** @constant */
      code: 'INTERNAL';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 500;
      title: string;
    };
    /**
     * @description The request is not valid. Correct what `errors` points at. Nothing was changed.
     * @example {
     *       "title": "The request is not valid",
     *       "status": 400,
     *       "detail": "Correct what `errors` points at. Nothing was changed.",
     *       "code": "INVALID_REQUEST",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11",
     *       "errors": [
     *         {
     *           "pointer": "/lines/0/capacity",
     *           "message": "must be >= 1"
     *         }
     *       ]
     *     }
     */
    InvalidRequestProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'INVALID_REQUEST';
      /** @description What to do */
      detail: string;
      errors: {
        message: string;
        /** @description RFC 6901 */
        pointer: string;
      }[];
      /** @description What is wrong with what was pasted, in a word */
      reason?: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 400;
      title: string;
    };
    JwkSet: {
      keys: {
        /** @constant */
        alg: 'EdDSA';
        /** @description In which a root of the vendor certifies a key that signs license documents */
        certificate?: string;
        /** @constant */
        crv: 'Ed25519';
        kid: string;
        /** @constant */
        kty: 'OKP';
        /** @constant */
        use: 'sig';
        x: string;
      }[];
    };
    Key: {
      /** Format: date-time */
      createdAt: string;
      createdBy: string | null;
      expiresAt: string | null;
      /** @description As events say it in `by`: `key/<id>` */
      id: string;
      lastUsedAt: string | null;
      name: string | null;
      scopes: components['schemas']['Scope'][] | null;
    };
    KeyMadeEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      expiresAt: string | null;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      keyId: string;
      name: string | null;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      scopes: components['schemas']['Scope'][] | null;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'key-made';
    } & {
      [key: string]: unknown;
    };
    KeyPage: {
      items: components['schemas']['Key'][];
      nextCursor: string | null;
    };
    /**
     * @description This key was replaced. The server was installed again and has a newer key. Activate again with the Activation Token.
     * @example {
     *       "title": "This key was replaced",
     *       "status": 401,
     *       "detail": "The server was installed again and has a newer key. Activate again with the Activation Token.",
     *       "code": "KEY_REPLACED",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    KeyReplacedProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'KEY_REPLACED';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /**
       * Format: date-time
       * @description By the clock of the service
       */
      serverTime?: string;
      /** @constant */
      status: 401;
      title: string;
    };
    KeyRevokedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      keyId: string;
      name: string | null;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'key-revoked';
    } & {
      [key: string]: unknown;
    };
    /**
     * @description The key that this request made was revoked. Send it under another Idempotency-Key to make another key.
     * @example {
     *       "title": "The key that this request made was revoked",
     *       "status": 409,
     *       "detail": "Send it under another Idempotency-Key to make another key.",
     *       "code": "KEY_REVOKED",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    KeyRevokedProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'KEY_REVOKED';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    /**
     * @description The order has no last day to share. No subscription of the order that still runs ends on or after this line’s first day: name its last day.
     * @example {
     *       "title": "The order has no last day to share",
     *       "status": 409,
     *       "detail": "No subscription of the order that still runs ends on or after this line’s first day: name its last day.",
     *       "code": "LAST_DAY_MISSING",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    LastDayMissingProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'LAST_DAY_MISSING';
      /** @description What to do */
      detail: string;
      /** @description Its place in what was posted, from 0 */
      line?: number;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    /**
     * @description The units are free. The server to which they were to go cannot have them, and somebody changed the other one before it got them back. Assign them anew.
     * @example {
     *       "title": "The units are free",
     *       "status": 409,
     *       "detail": "The server to which they were to go cannot have them, and somebody changed the other one before it got them back. Assign them anew.",
     *       "code": "LEFT_FREE",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    LeftFreeProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'LEFT_FREE';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
      /** @description That neither of both has */
      units?: number;
    };
    License: {
      application: string;
      assigned: number;
      care: components['schemas']['Care'] | null;
      careCondition: components['schemas']['CareConditionOfUnits'] | null;
      /** @description Of the worst of its lines, with their units; `endsOn`, `state` and `care` are of the one that ends first */
      condition: {
        capacity: number;
        /** @description Days from today at the customer to that day: 0 is today */
        daysLeft: number | null;
        /** @description What to do about it, if anything */
        remedy:
          | (
              | 'renew'
              | 'convert'
              | 'settle'
              | 'unlock'
              | 'assign'
              | 'activate'
              | 'reconnect'
              | 'separate'
              | 'look-into'
              | 'reduce'
              | 'expand'
              | 'license'
            )
          | null;
        /** @enum {string} */
        severity: 'critical' | 'warning' | 'notice' | 'fine' | 'over';
        /** @enum {string} */
        state: 'grace' | 'stopped' | 'suspended' | 'expiring' | 'upcoming' | 'active' | 'canceled' | 'over';
        /** @description The last day, at the customer, on which it is so; null where time alone changes nothing */
        until: string | null;
      };
      endsOn: string | null;
      free: number;
      licenses: components['schemas']['LicenseKind'][];
      lines: ({
        /** @description Case-sensitive */
        order: string;
        status: components['schemas']['OrderStatus'];
      } & components['schemas']['Line'])[];
      locked: number;
      name: string;
      owned: number;
      state: components['schemas']['LineState'];
      /** @description What of `owned` is of suspended orders: no server may use it */
      suspended: number;
      unit: components['schemas']['Unit'] | null;
      /** @description In use, by what the servers said last; null where none says any, or they are not for the caller to see */
      used: number | null;
    };
    /** @enum {string} */
    LicenseKind: 'subscription' | 'perpetual' | 'evaluation';
    LicensePage: {
      items: components['schemas']['License'][];
      nextCursor: string | null;
    };
    LicenseWait: {
      /** @description The ETag of the document that is held, as its header was */
      etag: string;
      /** @description How long to wait; proxies between may cut it short */
      seconds: number;
    };
    Line: {
      application: string;
      assigned: number;
      capacity: number;
      care: components['schemas']['Care'] | null;
      careCondition: components['schemas']['CareCondition'] | null;
      condition: components['schemas']['LineCondition'];
      delivery: string;
      endsOn: string | null;
      free: number;
      id: string;
      intent: components['schemas']['StatedIntent'] | null;
      license: components['schemas']['LicenseKind'];
      locked: number;
      /** @description Changes that are still to come */
      planned: components['schemas']['Plan'][];
      reference: string | null;
      /**
       * @description A calendar day, YYYY-MM-DD
       * @example 2026-12-01
       */
      startsOn: string;
      state: components['schemas']['LineState'];
    };
    /**
     * @description The line was canceled. Withdraw its cancellation while that can be done, or order an expansion.
     * @example {
     *       "title": "The line was canceled",
     *       "status": 409,
     *       "detail": "Withdraw its cancellation while that can be done, or order an expansion.",
     *       "code": "LINE_CANCELED",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    LineCanceledProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'LINE_CANCELED';
      /** @description What to do */
      detail: string;
      /** @description Its id */
      line?: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    LineCondition: {
      /** @description Days from today at the customer to that day: 0 is today */
      daysLeft: number | null;
      /** @description What to do about it, if anything */
      remedy:
        | (
            | 'renew'
            | 'convert'
            | 'settle'
            | 'unlock'
            | 'assign'
            | 'activate'
            | 'reconnect'
            | 'separate'
            | 'look-into'
            | 'reduce'
            | 'expand'
            | 'license'
          )
        | null;
      /** @enum {string} */
      severity: 'critical' | 'warning' | 'notice' | 'fine' | 'over';
      /** @enum {string} */
      state: 'grace' | 'stopped' | 'suspended' | 'expiring' | 'upcoming' | 'active' | 'canceled' | 'over';
      /** @description The last day, at the customer, on which it is so; null where time alone changes nothing */
      until: string | null;
    };
    LineOfOrder: {
      customer: {
        /** @description Case-sensitive */
        id: string;
        name: string;
      };
      line: components['schemas']['Line'];
      /** @description Case-sensitive */
      order: string;
      seller: {
        /** @description Case-sensitive */
        id: string;
        name: string;
      };
    };
    LineOfOrderPage: {
      items: components['schemas']['LineOfOrder'][];
      nextCursor: string | null;
    };
    /** @enum {string} */
    LineState: 'upcoming' | 'active' | 'expiring' | 'grace' | 'expired' | 'canceled';
    /**
     * @description No such line. The order has no line with this id. The order lists its lines.
     * @example {
     *       "title": "No such line",
     *       "status": 404,
     *       "detail": "The order has no line with this id. The order lists its lines.",
     *       "code": "LINE_UNKNOWN",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    LineUnknownProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'LINE_UNKNOWN';
      /** @description What to do */
      detail: string;
      /** @description Its id */
      line?: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 404;
      title: string;
    };
    Lock: {
      reason: string;
      /** @description Repeated with the same content it changes nothing */
      reference: string;
    };
    LockedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description The delivery, by its number in the order */
      delivery: string;
      /** @description What servers would have got back, and do not any more */
      givenUp: {
        capacity: number;
        /** @description The line, by its number in the order */
        line: string;
        /** @description The server */
        server: string;
      }[];
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description As it was given */
      reason: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description Of the fact, as it was posted */
      reference: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'locked';
    } & {
      [key: string]: unknown;
    };
    LockRefusedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /**
       * @description Why it was refused
       * @enum {string}
       */
      code:
        | 'ALREADY_CHANGED'
        | 'ALREADY_EXPANDED'
        | 'ALREADY_UNLOCKED'
        | 'CAPACITY_NOT_REDUCED'
        | 'CONVERSION_NOT_POSSIBLE'
        | 'CUSTOMER_DIFFERS'
        | 'DELIVERY_UNKNOWN'
        | 'EMERGENCIES_USED_UP'
        | 'EMERGENCY_TOO_LARGE'
        | 'EVALUATION_TOO_LONG'
        | 'LAST_DAY_MISSING'
        | 'LINE_CANCELED'
        | 'LINE_UNKNOWN'
        | 'LINK_REPLACED'
        | 'NOTHING_TO_RENEW'
        | 'ORDER_CANCELED'
        | 'ORDER_ENDED'
        | 'NOT_THE_NEWEST'
        | 'PERPETUAL_NOT_REDUCED'
        | 'REFERENCE_TAKEN'
        | 'PLAN_UNKNOWN'
        | 'REFERENCE_UNKNOWN'
        | 'REINSTATEMENT_OVER'
        | 'RENEWAL_NOT_LATER'
        | 'TIME_ZONE_CHANGED'
        | 'TOO_LATE_TO_WITHDRAW'
        | 'TOO_MANY_LINES'
        | 'CHANGED_MEANWHILE'
        | 'CHANGE_IN_PROGRESS'
        | 'INSUFFICIENT_CAPACITY'
        | 'NOTHING_ASSIGNED'
        | 'ONLINE_REQUIRED'
        | 'ORDER_NOT_ANSWERING'
        | 'ROLLING_OVER'
        | 'SERVER_RETIRED'
        | 'STANDBY_HOLDS_NOTHING'
        | 'STANDBY_OF_STANDBY'
        | 'STANDBY_ROLE'
        | 'STANDBY_TAKEN'
        | 'STILL_ASSIGNED'
        | 'TEST_ROLE'
        | 'TEST_UNITS_TAKEN'
        | 'ALREADY_RETURNED'
        | 'OTHER_DOCUMENT_OUT'
        | 'RETURN_REQUIRED'
        | 'TOKEN_BOUND_ELSEWHERE'
        | 'TOKEN_ROTATED'
        | 'TOO_MANY_MACHINES'
        | 'TOO_MANY_REINSTALLS'
        | 'VERSION_TOO_OLD';
      /** @description The sentence of the code */
      detail?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description Of the fact, as it was posted */
      reference: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'lock-refused';
    } & {
      [key: string]: unknown;
    };
    MadeKey: components['schemas']['Key'] & {
      /** @description The key itself, this once */
      key: string;
    };
    Mail: {
      /** @description Each but the first was asked for by somebody */
      copy: number;
      delivery: string | null;
      /** @description Which edition of the delivery it told */
      edition: number;
      id: string;
      /** @enum {string} */
      kind: 'delivery' | 'digest';
      /** Format: date-time */
      madeAt: string;
      order: string | null;
      reason: string | null;
      /** @description The address it went to */
      recipient: string;
      reportedAt: string | null;
      sentAt: string | null;
      /** @enum {string} */
      state: 'due' | 'sent' | 'delivered' | 'bounced' | 'unknown' | 'superseded';
      subject: string;
    };
    MailBouncedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description 1, and one more for each that a person asked for */
      copy?: number;
      /** @description The delivery, by its number in the order */
      delivery?: string;
      /** @description Which edition of the delivery */
      edition?: number;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /**
       * @description The day of a digest
       * @example 2026-12-01
       */
      on?: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'mail-bounced';
    } & {
      [key: string]: unknown;
    };
    MailDeliveredEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description 1, and one more for each that a person asked for */
      copy?: number;
      /** @description The delivery, by its number in the order */
      delivery?: string;
      /** @description Which edition of the delivery */
      edition?: number;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /**
       * @description The day of a digest
       * @example 2026-12-01
       */
      on?: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'mail-delivered';
    } & {
      [key: string]: unknown;
    };
    MailPage: {
      items: components['schemas']['Mail'][];
      nextCursor: string | null;
    };
    MailRequestedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      copy: number;
      /** @description The delivery, by its number in the order */
      delivery: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'mail-requested';
    } & {
      [key: string]: unknown;
    };
    MailSentEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description 1, and one more for each that a person asked for */
      copy?: number;
      /** @description The delivery, by its number in the order */
      delivery?: string;
      /** @description Which edition of the delivery */
      edition?: number;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /**
       * @description The day of a digest
       * @example 2026-12-01
       */
      on?: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'mail-sent';
    } & {
      [key: string]: unknown;
    };
    MailUnknownEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description 1, and one more for each that a person asked for */
      copy?: number;
      /** @description The delivery, by its number in the order */
      delivery?: string;
      /** @description Which edition of the delivery */
      edition?: number;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /**
       * @description The day of a digest
       * @example 2026-12-01
       */
      on?: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'mail-unknown';
    } & {
      [key: string]: unknown;
    };
    /**
     * @description The address cannot be read. Encode it in UTF-8, as RFC 3986 says in section 2.1.
     * @example {
     *       "title": "The address cannot be read",
     *       "status": 400,
     *       "detail": "Encode it in UTF-8, as RFC 3986 says in section 2.1.",
     *       "code": "MALFORMED_ADDRESS",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    MalformedAddressProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'MALFORMED_ADDRESS';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 400;
      title: string;
    };
    /**
     * @description The body cannot be read. Send one JSON value in UTF-8. Nothing was changed.
     * @example {
     *       "title": "The body cannot be read",
     *       "status": 400,
     *       "detail": "Send one JSON value in UTF-8. Nothing was changed.",
     *       "code": "MALFORMED_BODY",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    MalformedBodyProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'MALFORMED_BODY';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 400;
      title: string;
    };
    /** @description Texts by keys of the poster’s own. Whoever posted them and the vendor read them, nobody else */
    Metadata: {
      [key: string]: string;
    };
    Move: {
      application: string;
      from: {
        capacity: number;
        /** @description Case-sensitive */
        server: string;
      };
      to: {
        capacity: number;
        /** @description Case-sensitive */
        server: string;
      };
      units: number;
    };
    MovedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the machine */
      fingerprint: string;
      hostname: string | null;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description A JWK */
      publicKey: {
        crv: string;
        kty: string;
        x: string;
      };
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /** @description Which token of the server was redeemed */
      tokenVersion: number;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'moved';
      /** @description Of the AppSuite */
      version: string;
    } & {
      [key: string]: unknown;
    };
    /**
     * @description Another server has this name. Names are unique among a customer’s servers in use, in any case. Choose another one.
     * @example {
     *       "title": "Another server has this name",
     *       "status": 409,
     *       "detail": "Names are unique among a customer’s servers in use, in any case. Choose another one.",
     *       "code": "NAME_TAKEN",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    NameTakenProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'NAME_TAKEN';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    NewAdvisory: {
      /**
       * @description Comparisons of versions (`<`, `<=`, `=`, `>=`, `>`), joined by spaces: all of them hold
       * @example >=2025.Winter.1 <2026.Winter.3
       */
      affects: string;
      fixedIn?: string | null;
      /** @description The vendor’s own, such as that of a CVE */
      id: string;
      /** @enum {string} */
      severity: 'low' | 'medium' | 'high' | 'critical';
      title: string;
      /** @description Where it is described: HTTPS */
      url: string;
    };
    NewAssignments: {
      items: {
        /** @description Case-sensitive */
        application: string;
        capacity: number;
        /** @description What it has been seen to have; else 412 of its item */
        expected?: number;
        /** @description A server’s id, or the `ref` of one in `servers` */
        server: string;
      }[];
      /** @description Servers to be registered; items name them by `ref` */
      servers?: {
        name: string;
        /** @description A name within this request */
        ref: string;
        role: components['schemas']['ServerRole'];
      }[];
    };
    NewEmergency: {
      /** @description Case-sensitive */
      application: string;
      capacity: number;
      reason: string;
    };
    NewKey: {
      /**
       * Format: date-time
       * @description From then on it is none. Absent: never
       */
      expiresAt?: string;
      name: string;
      /** @description Absent: all that its account may */
      scopes?: components['schemas']['Scope'][];
    };
    NewMove: {
      /** @description Case-sensitive */
      application: string;
      from: {
        /** @description What it has been seen to have */
        capacity: number;
        /** @description Case-sensitive */
        server: string;
      };
      to: {
        /** @description What it has been seen to have */
        capacity: number;
        /** @description Case-sensitive */
        server: string;
      };
      units: number;
    };
    NewPairing: {
      fingerprint: string;
      hostname?: string;
      /** @description An Ed25519 key as RFC 8037 writes it */
      publicKey: {
        /** @constant */
        crv: 'Ed25519';
        /** @constant */
        kty: 'OKP';
        x: string;
      };
      version: string;
    };
    NewServer: {
      name: string;
      role: components['schemas']['ServerRole'];
      /** @description The server that it stands by for, as one of role `redundancy` */
      standbyFor?: string;
    };
    NewWebhook: {
      description?: string | null;
      types?: components['schemas']['EventType'][] | null;
      /**
       * @description Where messages are posted: https, at an address of the internet
       * @example https://erp.example.com/hooks
       */
      url: string;
    };
    /**
     * @description This server is not activated. The server has left. Activate again with the Activation Token.
     * @example {
     *       "title": "This server is not activated",
     *       "status": 401,
     *       "detail": "The server has left. Activate again with the Activation Token.",
     *       "code": "NOT_ACTIVATED",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    NotActivatedProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'NOT_ACTIVATED';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /**
       * Format: date-time
       * @description By the clock of the service
       */
      serverTime?: string;
      /** @constant */
      status: 401;
      title: string;
    };
    /**
     * @description Only customers have servers. Name the account of a customer.
     * @example {
     *       "title": "Only customers have servers",
     *       "status": 422,
     *       "detail": "Name the account of a customer.",
     *       "code": "NOT_A_CUSTOMER",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    NotACustomerProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'NOT_A_CUSTOMER';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 422;
      title: string;
    };
    /**
     * @description Not authenticated. Send a valid API key as `Authorization: Bearer <key>`.
     * @example {
     *       "title": "Not authenticated",
     *       "status": 401,
     *       "detail": "Send a valid API key as `Authorization: Bearer <key>`.",
     *       "code": "NOT_AUTHENTICATED",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    NotAuthenticatedProblem: {
      /** @constant */
      code: 'NOT_AUTHENTICATED';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 401;
      title: string;
    };
    /**
     * @description Not found. There is nothing at this address for this caller.
     * @example {
     *       "title": "Not found",
     *       "status": 404,
     *       "detail": "There is nothing at this address for this caller.",
     *       "code": "NOT_FOUND",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    NotFoundProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'NOT_FOUND';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 404;
      title: string;
    };
    /**
     * @description Nothing is assigned to this server. Assign capacity of an application to the server first.
     * @example {
     *       "title": "Nothing is assigned to this server",
     *       "status": 409,
     *       "detail": "Assign capacity of an application to the server first.",
     *       "code": "NOTHING_ASSIGNED",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    NothingAssignedProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'NOTHING_ASSIGNED';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      status: number;
      title: string;
    };
    /**
     * @description Nothing here has a last day. A perpetual license without care has nothing to renew.
     * @example {
     *       "title": "Nothing here has a last day",
     *       "status": 409,
     *       "detail": "A perpetual license without care has nothing to renew.",
     *       "code": "NOTHING_TO_RENEW",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    NothingToRenewProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'NOTHING_TO_RENEW';
      /** @description What to do */
      detail: string;
      /** @description Its id */
      line?: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    /**
     * @description This is for somebody else to do. Ask those whom `mayBeDoneBy` names, or use a key with the scope that `scope` names.
     * @example {
     *       "title": "This is for somebody else to do",
     *       "status": 403,
     *       "detail": "Ask those whom `mayBeDoneBy` names, or use a key with the scope that `scope` names.",
     *       "code": "NOT_PERMITTED",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    NotPermittedProblem: {
      /** @constant */
      code: 'NOT_PERMITTED';
      /** @description What to do */
      detail: string;
      /** @description Who may */
      mayBeDoneBy?: string[];
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @description What the key was made without */
      scope?: string;
      /** @constant */
      status: 403;
      title: string;
    };
    /**
     * @description Something later concerns the line. Only the newest fact about a line can be withdrawn. Withdraw the later one first.
     * @example {
     *       "title": "Something later concerns the line",
     *       "status": 409,
     *       "detail": "Only the newest fact about a line can be withdrawn. Withdraw the later one first.",
     *       "code": "NOT_THE_NEWEST",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    NotTheNewestProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'NOT_THE_NEWEST';
      /** @description What to do */
      detail: string;
      /** @description Its id */
      line?: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    OfferedChange: {
      /** @enum {string} */
      change:
        | 'amend'
        | 'expand'
        | 'renew'
        | 'convert'
        | 'change-seller'
        | 'transfer'
        | 'change-time-zone'
        | 'lock'
        | 'suspend'
        | 'resume'
        | 'cancel'
        | 'withdraw'
        | 'withdraw-plan';
      /** @description What it can be asked for: lines, deliveries, plans, and what can be withdrawn, by kind and reference */
      of: {
        id: string;
        whyNot: string | null;
      }[];
      whyNot: string | null;
    };
    OfferedChanges: {
      items: components['schemas']['OfferedChange'][];
    };
    OfflineActivatedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description The license document, by its `jti` */
      document: string;
      /** @description Of the machine */
      fingerprint: string;
      hostname: string | null;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description Capacity of lines of orders */
      lines: {
        /** @description A key of the catalogue */
        application: string;
        capacity: number;
        /** @description The line, by its number in the order */
        line: string;
        order: string;
      }[];
      /** @description A JWK */
      publicKey: {
        crv: string;
        kty: string;
        x: string;
      };
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /** @description Which token of the server was redeemed */
      tokenVersion: number;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'offline-activated';
      /** @description Of the AppSuite */
      version: string;
    } & {
      [key: string]: unknown;
    };
    OfflineOverriddenEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description As it was given */
      reason: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'offline-overridden';
    } & {
      [key: string]: unknown;
    };
    /** @description The reason stands in the events of the server */
    OfflineOverride: {
      reason: string;
    };
    OfflineRequest: {
      request: string;
    };
    OfflineResponse: {
      /** @description The license document, to be pasted into the AppSuite */
      response: string;
    };
    OfflineReturn: {
      proof: string;
    };
    OfflineReturnedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description The license document, by its `jti` */
      document: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'offline-returned';
    } & {
      [key: string]: unknown;
    };
    /**
     * @description A connection is required. Subscriptions and the applications named run only on a server that is activated online.
     * @example {
     *       "title": "A connection is required",
     *       "status": 409,
     *       "detail": "Subscriptions and the applications named run only on a server that is activated online.",
     *       "code": "ONLINE_REQUIRED",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    OnlineRequiredProblem: {
      /** @description Their keys, with commas */
      applications?: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'ONLINE_REQUIRED';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    Order: {
      /** @description What counts now */
      assignments: components['schemas']['Assignment'][];
      /** @description Of its terms: that of the worst of its lines */
      condition: {
        /** @description Days from today at the customer to that day: 0 is today */
        daysLeft: number | null;
        /** @description What to do about it, if anything */
        remedy:
          | (
              | 'renew'
              | 'convert'
              | 'settle'
              | 'unlock'
              | 'assign'
              | 'activate'
              | 'reconnect'
              | 'separate'
              | 'look-into'
              | 'reduce'
              | 'expand'
              | 'license'
            )
          | null;
        /** @enum {string} */
        severity: 'critical' | 'warning' | 'notice' | 'fine' | 'over';
        /** @enum {string} */
        state: 'grace' | 'stopped' | 'suspended' | 'expiring' | 'upcoming' | 'active' | 'canceled' | 'over';
        /** @description The last day, at the customer, on which it is so; null where time alone changes nothing */
        until: string | null;
      };
      customer: components['schemas']['Party'];
      deliveries: components['schemas']['Delivery'][];
      distributor: components['schemas']['Party'] | null;
      /** @description Why an emergency was declared, where it is the order of one */
      emergency?: {
        reason: string;
      };
      /** @description What servers hold of expired lines: it counts again when they are reinstated or converted */
      kept: {
        capacity: number;
        line: string;
        server: string;
      }[];
      lines: components['schemas']['Line'][];
      metadata?: components['schemas']['Metadata'];
      /** @description Case-sensitive */
      number: string;
      /** Format: date-time */
      placedAt: string;
      purchaseOrder: string | null;
      reseller: components['schemas']['Party'] | null;
      stage: components['schemas']['OrderStage'];
      status: components['schemas']['OrderStatus'];
      /** @description In which its days begin */
      timeZone: string;
      /** @description Whether that is UTC because neither the order nor the account of its customer named one */
      timeZoneAssumed: boolean;
    };
    /**
     * @description The order was canceled. A canceled order takes no change but the withdrawal of its cancellation, for 14 days.
     * @example {
     *       "title": "The order was canceled",
     *       "status": 409,
     *       "detail": "A canceled order takes no change but the withdrawal of its cancellation, for 14 days.",
     *       "code": "ORDER_CANCELED",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    OrderCanceledProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'ORDER_CANCELED';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    /**
     * @description The order has ended. Place a new order.
     * @example {
     *       "title": "The order has ended",
     *       "status": 409,
     *       "detail": "Place a new order.",
     *       "code": "ORDER_ENDED",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    OrderEndedProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'ORDER_ENDED';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    /**
     * @description An order does not answer. Nothing was changed. Send the request again, under a new Idempotency-Key.
     * @example {
     *       "title": "An order does not answer",
     *       "status": 503,
     *       "detail": "Nothing was changed. Send the request again, under a new Idempotency-Key.",
     *       "code": "ORDER_NOT_ANSWERING",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    OrderNotAnsweringProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'ORDER_NOT_ANSWERING';
      /** @description What to do */
      detail: string;
      /** @description Its number */
      order?: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 503;
      title: string;
    };
    /**
     * @description The order is missing since the service was restored. The service was restored from a backup that does not know this number, and Temporal may. Nothing was changed: send the same request again once operators have repaired it (npm run repair).
     * @example {
     *       "title": "The order is missing since the service was restored",
     *       "status": 503,
     *       "detail": "The service was restored from a backup that does not know this number, and Temporal may. Nothing was changed: send the same request again once operators have repaired it (npm run repair).",
     *       "code": "ORDER_NOT_REPAIRED",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    OrderNotRepairedProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'ORDER_NOT_REPAIRED';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 503;
      title: string;
    };
    /**
     * @description The order number is taken. An order with this number and other content exists. Post a new order under a new number.
     * @example {
     *       "title": "The order number is taken",
     *       "status": 409,
     *       "detail": "An order with this number and other content exists. Post a new order under a new number.",
     *       "code": "ORDER_NUMBER_TAKEN",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    OrderNumberTakenProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'ORDER_NUMBER_TAKEN';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    OrderPage: {
      items: components['schemas']['Order'][];
      nextCursor: string | null;
    };
    OrderPreview: {
      /** @description What servers lose, get back or will lose, and which accounts read the order no more */
      consequences: ({
        /** @enum {string} */
        type: 'loses' | 'gets-back' | 'will-lose' | 'stops' | 'goes-on' | 'reads-no-more';
      } & {
        [key: string]: unknown;
      })[];
      /** @description As the order’s events would have them, without `seq` and `at` */
      events: ({
        type: string;
      } & {
        [key: string]: unknown;
      })[];
      /** @description E-mails about deliveries that would leave, to which account and when */
      mails: {
        /** @description Case-sensitive */
        account: string;
        /** Format: date-time */
        at: string;
        /** @description Case-sensitive */
        delivery: string;
        edition: number;
      }[];
      order: components['schemas']['Order'];
      /** @constant */
      preview: true;
    };
    /** @enum {string} */
    OrderStage: 'locked' | 'unlocked' | 'assigned' | 'activated';
    /** @enum {string} */
    OrderStatus: 'open' | 'suspended' | 'canceled' | 'ended';
    /**
     * @description Another document is out. The return gives back an older document than the server was given last. Install the newest response in the AppSuite (its request is answered again), and make a new return.
     * @example {
     *       "title": "Another document is out",
     *       "status": 409,
     *       "detail": "The return gives back an older document than the server was given last. Install the newest response in the AppSuite (its request is answered again), and make a new return.",
     *       "code": "OTHER_DOCUMENT_OUT",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    OtherDocumentOutProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'OTHER_DOCUMENT_OUT';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    /**
     * @description The outcome is not known yet. The request may still be carried out. Send it again with the same Idempotency-Key to hear what happened.
     * @example {
     *       "title": "The outcome is not known yet",
     *       "status": 503,
     *       "detail": "The request may still be carried out. Send it again with the same Idempotency-Key to hear what happened.",
     *       "code": "OUTCOME_UNKNOWN",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    OutcomeUnknownProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'OUTCOME_UNKNOWN';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 503;
      title: string;
    };
    Pairing: {
      /** @description What the machine asks by; it shows it to nobody */
      deviceCode: string;
      expiresInSeconds: number;
      /** @description How often to ask; 5 at present */
      intervalSeconds: number;
      /** @description What it shows on its screen */
      userCode: string;
      /**
       * Format: uri
       * @description Where somebody enters that; no link carries the code
       */
      verificationUrl: string;
    };
    /**
     * @description The code is over. A code counts for ten minutes, and its answer for ten more. Begin again to get another code.
     * @example {
     *       "title": "The code is over",
     *       "status": 410,
     *       "detail": "A code counts for ten minutes, and its answer for ten more. Begin again to get another code.",
     *       "code": "PAIRING_EXPIRED",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    PairingExpiredProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'PAIRING_EXPIRED';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 410;
      title: string;
    };
    /**
     * @description Nobody has entered the code yet. Show the code and the address where to enter it, and ask again after as many seconds as Retry-After says.
     * @example {
     *       "title": "Nobody has entered the code yet",
     *       "status": 428,
     *       "detail": "Show the code and the address where to enter it, and ask again after as many seconds as Retry-After says.",
     *       "code": "PAIRING_PENDING",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    PairingPendingProblem: {
      /** @constant */
      code: 'PAIRING_PENDING';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 428;
      title: string;
    };
    /**
     * @description Whoever entered the code refused this machine. Begin again where that was a mistake.
     * @example {
     *       "title": "Whoever entered the code refused this machine",
     *       "status": 403,
     *       "detail": "Begin again where that was a mistake.",
     *       "code": "PAIRING_REFUSED",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    PairingRefusedProblem: {
      /** @constant */
      code: 'PAIRING_REFUSED';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 403;
      title: string;
    };
    /**
     * @description No such pairing. Begin again to get another code.
     * @example {
     *       "title": "No such pairing",
     *       "status": 404,
     *       "detail": "Begin again to get another code.",
     *       "code": "PAIRING_UNKNOWN",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    PairingUnknownProblem: {
      /** @constant */
      code: 'PAIRING_UNKNOWN';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 404;
      title: string;
    };
    PartiesChangedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      customerId?: string;
      distributorId?: string | null;
      /** @description What is told anew */
      editions?: {
        /** @description The delivery, by its number in the order */
        delivery: string;
        /** @description Which edition of the delivery */
        edition: number;
      }[];
      /** @description Who was there before */
      former?: {
        customerId: string;
        distributorId: string | null;
        resellerId: string | null;
      };
      /** @description What servers would have got back, and do not any more */
      givenUp?: {
        capacity: number;
        /** @description The line, by its number in the order */
        line: string;
        /** @description The server */
        server: string;
      }[];
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description The whole order, for whoever sees it, or what was locked of it, from now on */
      order?: {
        /** @description The place of the order’s stream up to which it is said */
        seq: number;
      } & components['schemas']['Order'];
      /** Format: date-time */
      recordedAt: string;
      /** @description Of the fact, as it was posted */
      reference: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      resellerId?: string | null;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'parties-changed';
    } & {
      [key: string]: unknown;
    };
    Party: {
      /** Format: idn-email */
      email: string;
      /** @description Case-sensitive */
      id: string;
      /** @description BCP 47 */
      locale: string;
      name: string;
      /** @description A name of the IANA database */
      timeZone: string;
    };
    PasskeyAddedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description The person, by the id alone */
      person: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'passkey-added';
    } & {
      [key: string]: unknown;
    };
    PasskeyRemovedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description The person, by the id alone */
      person: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'passkey-removed';
    } & {
      [key: string]: unknown;
    };
    PasskeyUsedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description The person, by the id alone */
      person: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'passkey-used';
    } & {
      [key: string]: unknown;
    };
    /**
     * @description Perpetual capacity is never reduced. Name no capacity for a perpetual license: a renewal is about its care.
     * @example {
     *       "title": "Perpetual capacity is never reduced",
     *       "status": 409,
     *       "detail": "Name no capacity for a perpetual license: a renewal is about its care.",
     *       "code": "PERPETUAL_NOT_REDUCED",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    PerpetualNotReducedProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'PERPETUAL_NOT_REDUCED';
      /** @description What to do */
      detail: string;
      /** @description Its id */
      line?: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    PersonInvitedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description By which it came */
      order?: string;
      /** @description The person, by the id alone */
      person: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @enum {string} */
      role: 'administrator' | 'viewer';
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'person-invited';
    } & {
      [key: string]: unknown;
    };
    PersonJoinedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description By which it came */
      order?: string;
      /** @description The person, by the id alone */
      person: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @enum {string} */
      role: 'administrator' | 'viewer';
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'person-joined';
    } & {
      [key: string]: unknown;
    };
    PersonRemovedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description The person, by the id alone */
      person: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'person-removed';
    } & {
      [key: string]: unknown;
    };
    Plan: {
      capacity?: number;
      /** @description Case-sensitive */
      id: string;
      /**
       * @description A calendar day, YYYY-MM-DD
       * @example 2026-12-01
       */
      on: string;
      reference: string;
      /** @enum {string} */
      type: 'capacity' | 'cancellation';
    };
    /**
     * @description Nothing is planned under this id. Lines list what is planned for them. What has happened can be withdrawn by its reference for some days.
     * @example {
     *       "title": "Nothing is planned under this id",
     *       "status": 404,
     *       "detail": "Lines list what is planned for them. What has happened can be withdrawn by its reference for some days.",
     *       "code": "PLAN_UNKNOWN",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    PlanUnknownProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'PLAN_UNKNOWN';
      /** @description What to do */
      detail: string;
      id?: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 404;
      title: string;
    };
    PlanWithdrawnEvent: {
      account: string | null;
      /** @description A key of the catalogue */
      application: string;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description The line, by its number in the order */
      line: string;
      /** @description The ERP’s own number of the line */
      lineReference?: string;
      /**
       * @description A calendar day, YYYY-MM-DD
       * @example 2026-12-01
       */
      on: string;
      /** @description What was planned, by its id */
      plan: string;
      /** @enum {string} */
      planned: 'capacity' | 'cancellation';
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'plan-withdrawn';
    } & {
      [key: string]: unknown;
    };
    PostedBatch: {
      /** @description One that cannot be read is refused, the others go on */
      items: unknown[];
      /**
       * @description What its items are: the body of their own call, of the last three kinds with `order`
       * @enum {string}
       */
      kind: 'orders' | 'renewals' | 'expansions' | 'cancellations';
      /** @description Whether it is only asked what the items would do */
      preview?: boolean;
    };
    PostedLine: {
      /** @description A key of the catalogue */
      application: string;
      capacity: number;
      care?: {
        /**
         * @description A calendar day, YYYY-MM-DD
         * @example 2026-12-01
         */
        endsOn?: string;
        level?: components['schemas']['CareLevel'];
      };
      /**
       * @description A calendar day, YYYY-MM-DD
       * @example 2026-12-01
       */
      endsOn?: string;
      license: components['schemas']['LicenseKind'];
      /** @description The ERP’s own number of the line */
      reference?: string;
      /**
       * @description A calendar day, YYYY-MM-DD
       * @example 2026-12-01
       */
      startsOn?: string;
    };
    /** @description Without reseller and distributor it is sold directly: the customer unlocks it */
    PostedOrder: {
      customer: components['schemas']['PostedParty'];
      distributor?: components['schemas']['PostedParty'];
      lines: components['schemas']['PostedLine'][];
      metadata?: components['schemas']['Metadata'];
      /** @description Case-sensitive */
      number: string;
      /** Format: date-time */
      placedAt?: string;
      /** @description The buyer’s own number of the order */
      purchaseOrder?: string;
      reseller?: components['schemas']['PostedParty'];
    };
    PostedParty: {
      /** Format: idn-email */
      email: string;
      /** @description Case-sensitive */
      id: string;
      /** @description BCP 47 */
      locale?: string;
      name: string;
      /** @description A name of the IANA database */
      timeZone?: string;
    };
    Readiness: {
      checks: {
        database: {
          /** @description What to do where it is not, or what is to be looked at */
          detail?: string;
          ready: boolean;
        };
        journal: {
          /** @description What to do where it is not, or what is to be looked at */
          detail?: string;
          ready: boolean;
        };
        migrations: {
          /** @description What to do where it is not, or what is to be looked at */
          detail?: string;
          ready: boolean;
        };
        orders: {
          /** @description What to do where it is not, or what is to be looked at */
          detail?: string;
          ready: boolean;
        };
        process: {
          /** @description What to do where it is not, or what is to be looked at */
          detail?: string;
          ready: boolean;
        };
        restored: {
          /** @description What to do where it is not, or what is to be looked at */
          detail?: string;
          ready: boolean;
        };
        storage: {
          /** @description What to do where it is not, or what is to be looked at */
          detail?: string;
          ready: boolean;
        };
        temporal: {
          /** @description What to do where it is not, or what is to be looked at */
          detail?: string;
          ready: boolean;
        };
      };
      /** @description Whether everything is */
      ready: boolean;
    };
    ReceivedBatch: {
      id: string;
    };
    ReducedEvent: {
      account: string | null;
      /** @description A key of the catalogue */
      application: string;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      capacity: number;
      formerCapacity: number;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description The line, by its number in the order */
      line: string;
      /** @description The ERP’s own number of the line */
      lineReference?: string;
      /** @description What was planned, by its id */
      plan: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description Of the fact, as it was posted */
      reference: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'reduced';
    } & {
      [key: string]: unknown;
    };
    /**
     * @description The reference is taken. The order knows this reference with other content. Send what is new under a new reference.
     * @example {
     *       "title": "The reference is taken",
     *       "status": 409,
     *       "detail": "The order knows this reference with other content. Send what is new under a new reference.",
     *       "code": "REFERENCE_TAKEN",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    ReferenceTakenProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'REFERENCE_TAKEN';
      /** @description What to do */
      detail: string;
      reference?: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    /**
     * @description The order does not know this reference. The order’s events name the references of what it was told.
     * @example {
     *       "title": "The order does not know this reference",
     *       "status": 404,
     *       "detail": "The order’s events name the references of what it was told.",
     *       "code": "REFERENCE_UNKNOWN",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    ReferenceUnknownProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'REFERENCE_UNKNOWN';
      /** @description What to do */
      detail: string;
      reference?: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 404;
      title: string;
    };
    RegisteredEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      name: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      role: components['schemas']['ServerRole'];
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'registered';
    } & {
      [key: string]: unknown;
    };
    ReinstalledEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the machine */
      fingerprint: string;
      hostname: string | null;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description A JWK */
      publicKey: {
        crv: string;
        kty: string;
        x: string;
      };
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /** @description Which token of the server was redeemed */
      tokenVersion: number;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'reinstalled';
      /** @description Of the AppSuite */
      version: string;
    } & {
      [key: string]: unknown;
    };
    /**
     * @description The line can no longer be reinstated. Its reinstatement window is over. Order an expansion, or place a new order.
     * @example {
     *       "title": "The line can no longer be reinstated",
     *       "status": 409,
     *       "detail": "Its reinstatement window is over. Order an expansion, or place a new order.",
     *       "code": "REINSTATEMENT_OVER",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    ReinstatementOverProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'REINSTATEMENT_OVER';
      /** @description What to do */
      detail: string;
      /** @description Its id */
      line?: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    ReleasedEvent: {
      account: string | null;
      /** @description A key of the catalogue */
      application: string;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      capacity: number;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description The line, by its number in the order */
      line: string;
      /** @description The ERP’s own number of the line */
      lineReference?: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description The server */
      server: string;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /** @description What it has then */
      total: number;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'released';
    } & {
      [key: string]: unknown;
    };
    Relocation: {
      /** @description Repeated with the same content it changes nothing */
      reference: string;
      /** @description A name of the IANA database */
      timeZone: string;
    };
    Renewal: {
      /** @description That a last day more than 10 years away is meant; no part of the content that a reference stands for */
      confirmFar?: boolean;
      /**
       * @description The new last day, later than the present one
       * @example 2026-12-01
       */
      endsOn: string;
      /** @description All subscriptions and all care, unless lines are named */
      lines?: {
        /** @description What a subscription is reduced to, from 1 to the capacity of the term before */
        capacity?: number;
        /** @description Case-sensitive */
        line: string;
      }[];
      /** @description Repeated with the same content it changes nothing */
      reference: string;
    };
    RenewalLine: {
      application: string;
      capacity: number;
      careCondition: components['schemas']['CareCondition'] | null;
      careLevel: components['schemas']['CareLevel'] | null;
      /** @description Of the line at this moment */
      condition: {
        /** @description Days from today at the customer to that day: 0 is today */
        daysLeft: number | null;
        /** @description What to do about it, if anything */
        remedy:
          | (
              | 'renew'
              | 'convert'
              | 'settle'
              | 'unlock'
              | 'assign'
              | 'activate'
              | 'reconnect'
              | 'separate'
              | 'look-into'
              | 'reduce'
              | 'expand'
              | 'license'
            )
          | null;
        /** @enum {string} */
        severity: 'critical' | 'warning' | 'notice' | 'fine' | 'over';
        /** @enum {string} */
        state: 'grace' | 'stopped' | 'suspended' | 'expiring' | 'upcoming' | 'active' | 'canceled' | 'over';
        /** @description The last day, at the customer, on which it is so; null where time alone changes nothing */
        until: string | null;
      };
      customer: {
        /** @description Case-sensitive */
        id: string;
        name: string;
      };
      /** @description To it, from today as its customer counts days; negative once it has passed */
      daysLeft: number;
      intent: components['schemas']['StatedIntent'] | null;
      /**
       * @description A calendar day, YYYY-MM-DD
       * @example 2026-12-01
       */
      lastDay: string;
      license: components['schemas']['LicenseKind'];
      line: string;
      /** @description Case-sensitive */
      order: string;
      /** @description Changes that are still to come */
      planned: components['schemas']['Plan'][];
      purchaseOrder: string | null;
      reference: string | null;
      /** @description Until when it can be renewed; null where that is always */
      renewableUntil: string | null;
      seller: {
        /** @description Case-sensitive */
        id: string;
        name: string;
      };
      /**
       * @description Of its order
       * @enum {string}
       */
      status: 'open' | 'suspended' | 'canceled' | 'ended';
      /** @description In which its last day ends */
      timeZone: string;
      /** @enum {string} */
      what: 'term' | 'care';
    };
    /**
     * @description The new last day is not later. Name a last day after `endsOn`, the present one of this line. Nothing was renewed.
     * @example {
     *       "title": "The new last day is not later",
     *       "status": 409,
     *       "detail": "Name a last day after `endsOn`, the present one of this line. Nothing was renewed.",
     *       "code": "RENEWAL_NOT_LATER",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    RenewalNotLaterProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'RENEWAL_NOT_LATER';
      /** @description What to do */
      detail: string;
      /** @description Its present last day */
      endsOn?: string;
      /** @description Its id */
      line?: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    RenewalPage: {
      items: components['schemas']['RenewalLine'][];
      nextCursor: string | null;
      /** @description Of all that is found, on this page and on others */
      totals: components['schemas']['RenewalTotal'][];
    };
    RenewalTotal: {
      application: string;
      capacity: number;
      lines: number;
      unit: components['schemas']['Unit'] | null;
    };
    RenewedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /**
       * @description The last day
       * @example 2026-12-01
       */
      endsOn: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description The lines */
      lines: {
        /** @description A key of the catalogue */
        application: string;
        capacity: number;
        /**
         * @description A calendar day, YYYY-MM-DD
         * @example 2026-12-01
         */
        endsOn: string;
        formerCapacity: number;
        /**
         * @description A calendar day, YYYY-MM-DD
         * @example 2026-12-01
         */
        formerEndsOn: string;
        /** @description The line, by its number in the order */
        line: string;
        planned?: {
          capacity: number;
          /** @description What was planned, by its id */
          id: string;
          /**
           * @description A calendar day, YYYY-MM-DD
           * @example 2026-12-01
           */
          on: string;
        };
        /** @description The ERP’s own number of the line */
        reference?: string;
      }[];
      /** Format: date-time */
      recordedAt: string;
      /** @description Of the fact, as it was posted */
      reference: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'renewed';
    } & {
      [key: string]: unknown;
    };
    RenewRefusedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /**
       * @description Why it was refused
       * @enum {string}
       */
      code:
        | 'ALREADY_CHANGED'
        | 'ALREADY_EXPANDED'
        | 'ALREADY_UNLOCKED'
        | 'CAPACITY_NOT_REDUCED'
        | 'CONVERSION_NOT_POSSIBLE'
        | 'CUSTOMER_DIFFERS'
        | 'DELIVERY_UNKNOWN'
        | 'EMERGENCIES_USED_UP'
        | 'EMERGENCY_TOO_LARGE'
        | 'EVALUATION_TOO_LONG'
        | 'LAST_DAY_MISSING'
        | 'LINE_CANCELED'
        | 'LINE_UNKNOWN'
        | 'LINK_REPLACED'
        | 'NOTHING_TO_RENEW'
        | 'ORDER_CANCELED'
        | 'ORDER_ENDED'
        | 'NOT_THE_NEWEST'
        | 'PERPETUAL_NOT_REDUCED'
        | 'REFERENCE_TAKEN'
        | 'PLAN_UNKNOWN'
        | 'REFERENCE_UNKNOWN'
        | 'REINSTATEMENT_OVER'
        | 'RENEWAL_NOT_LATER'
        | 'TIME_ZONE_CHANGED'
        | 'TOO_LATE_TO_WITHDRAW'
        | 'TOO_MANY_LINES'
        | 'CHANGED_MEANWHILE'
        | 'CHANGE_IN_PROGRESS'
        | 'INSUFFICIENT_CAPACITY'
        | 'NOTHING_ASSIGNED'
        | 'ONLINE_REQUIRED'
        | 'ORDER_NOT_ANSWERING'
        | 'ROLLING_OVER'
        | 'SERVER_RETIRED'
        | 'STANDBY_HOLDS_NOTHING'
        | 'STANDBY_OF_STANDBY'
        | 'STANDBY_ROLE'
        | 'STANDBY_TAKEN'
        | 'STILL_ASSIGNED'
        | 'TEST_ROLE'
        | 'TEST_UNITS_TAKEN'
        | 'ALREADY_RETURNED'
        | 'OTHER_DOCUMENT_OUT'
        | 'RETURN_REQUIRED'
        | 'TOKEN_BOUND_ELSEWHERE'
        | 'TOKEN_ROTATED'
        | 'TOO_MANY_MACHINES'
        | 'TOO_MANY_REINSTALLS'
        | 'VERSION_TOO_OLD';
      /** @description The sentence of the code */
      detail?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description Of the fact, as it was posted */
      reference: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'renew-refused';
    } & {
      [key: string]: unknown;
    };
    /**
     * @description The first request with this key is not answered yet. Send the same request again.
     * @example {
     *       "title": "The first request with this key is not answered yet",
     *       "status": 409,
     *       "detail": "Send the same request again.",
     *       "code": "REQUEST_IN_PROGRESS",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    RequestInProgressProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'REQUEST_IN_PROGRESS';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    ResumedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'resumed';
    } & {
      [key: string]: unknown;
    };
    ResumeRefusedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /**
       * @description Why it was refused
       * @enum {string}
       */
      code:
        | 'ALREADY_CHANGED'
        | 'ALREADY_EXPANDED'
        | 'ALREADY_UNLOCKED'
        | 'CAPACITY_NOT_REDUCED'
        | 'CONVERSION_NOT_POSSIBLE'
        | 'CUSTOMER_DIFFERS'
        | 'DELIVERY_UNKNOWN'
        | 'EMERGENCIES_USED_UP'
        | 'EMERGENCY_TOO_LARGE'
        | 'EVALUATION_TOO_LONG'
        | 'LAST_DAY_MISSING'
        | 'LINE_CANCELED'
        | 'LINE_UNKNOWN'
        | 'LINK_REPLACED'
        | 'NOTHING_TO_RENEW'
        | 'ORDER_CANCELED'
        | 'ORDER_ENDED'
        | 'NOT_THE_NEWEST'
        | 'PERPETUAL_NOT_REDUCED'
        | 'REFERENCE_TAKEN'
        | 'PLAN_UNKNOWN'
        | 'REFERENCE_UNKNOWN'
        | 'REINSTATEMENT_OVER'
        | 'RENEWAL_NOT_LATER'
        | 'TIME_ZONE_CHANGED'
        | 'TOO_LATE_TO_WITHDRAW'
        | 'TOO_MANY_LINES'
        | 'CHANGED_MEANWHILE'
        | 'CHANGE_IN_PROGRESS'
        | 'INSUFFICIENT_CAPACITY'
        | 'NOTHING_ASSIGNED'
        | 'ONLINE_REQUIRED'
        | 'ORDER_NOT_ANSWERING'
        | 'ROLLING_OVER'
        | 'SERVER_RETIRED'
        | 'STANDBY_HOLDS_NOTHING'
        | 'STANDBY_OF_STANDBY'
        | 'STANDBY_ROLE'
        | 'STANDBY_TAKEN'
        | 'STILL_ASSIGNED'
        | 'TEST_ROLE'
        | 'TEST_UNITS_TAKEN'
        | 'ALREADY_RETURNED'
        | 'OTHER_DOCUMENT_OUT'
        | 'RETURN_REQUIRED'
        | 'TOKEN_BOUND_ELSEWHERE'
        | 'TOKEN_ROTATED'
        | 'TOO_MANY_MACHINES'
        | 'TOO_MANY_REINSTALLS'
        | 'VERSION_TOO_OLD';
      /** @description The sentence of the code */
      detail?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'resume-refused';
    } & {
      [key: string]: unknown;
    };
    RetiredEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'retired';
    } & {
      [key: string]: unknown;
    };
    /**
     * @description The server is offline and has not returned its licenses. Make a return string in the AppSuite and hand it in first; without it only the vendor can free the capacity.
     * @example {
     *       "title": "The server is offline and has not returned its licenses",
     *       "status": 409,
     *       "detail": "Make a return string in the AppSuite and hand it in first; without it only the vendor can free the capacity.",
     *       "code": "RETURN_REQUIRED",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    ReturnRequiredProblem: {
      application?: string;
      /** @description What the offline document says */
      capacity?: number;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'RETURN_REQUIRED';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    RoleChangedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @enum {string} */
      formerRole: 'administrator' | 'viewer';
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description The person, by the id alone */
      person: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @enum {string} */
      role: 'administrator' | 'viewer';
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'role-changed';
    } & {
      [key: string]: unknown;
    };
    /**
     * @description The server cannot take a change at this moment. Nothing was changed. Send the same request again.
     * @example {
     *       "title": "The server cannot take a change at this moment",
     *       "status": 503,
     *       "detail": "Nothing was changed. Send the same request again.",
     *       "code": "ROLLING_OVER",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    RollingOverProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'ROLLING_OVER';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 503;
      title: string;
    };
    RotatedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      byVendor: boolean;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'rotated';
      /** @description Of the token */
      version: number;
    } & {
      [key: string]: unknown;
    };
    /** @enum {string} */
    Scope:
      | 'orders:read'
      | 'orders:write'
      | 'licenses:read'
      | 'servers:write'
      | 'accounts:read'
      | 'accounts:write'
      | 'events:read'
      | 'webhooks:write'
      | 'keys:write'
      | 'advisories:write';
    SeenAgainEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** Format: date-time */
      silentSince: string;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'seen-again';
    } & {
      [key: string]: unknown;
    };
    Seller: {
      endedAt: string | null;
      endedBy: string | null;
      /** @description Case-sensitive */
      id: string;
      name: string;
      /**
       * @description `manages` while something unlocked of an order that goes on is not past reinstatement, else `orders-only`; `ended` until it is restored
       * @enum {string}
       */
      standing: 'manages' | 'orders-only' | 'ended';
    };
    SellerChange: {
      /** @description Repeated with the same content it changes nothing */
      reference: string;
      reseller: components['schemas']['PostedParty'];
    };
    SellerEndedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      seller: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'seller-ended';
    } & {
      [key: string]: unknown;
    };
    SellerPage: {
      items: components['schemas']['Seller'][];
      nextCursor: string | null;
    };
    SellerRestoredEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      seller: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'seller-restored';
    } & {
      [key: string]: unknown;
    };
    Server: {
      /** @description What counts now */
      assignments: {
        application: string;
        capacity: number;
        careCondition: components['schemas']['CareConditionOfUnits'] | null;
        condition: components['schemas']['ConditionOfUnits'];
        /** @description Units that it may run now */
        usable: number;
        /** @description Units in use, as it said last; null where it says none */
        used: number | null;
      }[];
      /** @description All that is true of it, what matters most first; what it is in its life is always among it */
      conditions: components['schemas']['ServerCondition'][];
      /** @description Case-sensitive */
      customer: string;
      /** @description Case-sensitive */
      id: string;
      /** @description What it holds of expired lines: it counts again when they are reinstated */
      kept: {
        application: string;
        capacity: number;
      }[];
      lastCheckInAt: string | null;
      mode: ('online' | 'offline') | null;
      name: string;
      nextCheckInAt: string | null;
      role: components['schemas']['ServerRole'];
      silent: boolean;
      standbyFor: string | null;
      state: components['schemas']['ServerState'];
      takenOverBy: string | null;
      /** @description The applications of which it uses the units that are free for tests, as one of role `test` */
      testUnits: string[];
      /** @description When it said last what it uses */
      usedAt: string | null;
      /** @description As it said last */
      version: string | null;
    };
    ServerChange: {
      name?: string;
      role?: components['schemas']['ServerRole'];
      standbyFor?: string | null;
      /** @description The applications of which it uses the units that are free for tests, as one of role `test` */
      testUnits?: string[];
    };
    ServerCondition: {
      /** @description Days from today at the customer to that day: 0 is today */
      daysLeft: number | null;
      /** @description What to do about it, if anything */
      remedy:
        | (
            | 'renew'
            | 'convert'
            | 'settle'
            | 'unlock'
            | 'assign'
            | 'activate'
            | 'reconnect'
            | 'separate'
            | 'look-into'
            | 'reduce'
            | 'expand'
            | 'license'
          )
        | null;
      /** @enum {string} */
      severity: 'critical' | 'warning' | 'notice' | 'fine' | 'over';
      /** @enum {string} */
      state:
        | 'cloned'
        | 'silent'
        | 'refused'
        | 'stopped'
        | 'suspended'
        | 'grace'
        | 'taken-over'
        | 'restored'
        | 'missing-requirement'
        | 'nearly-used'
        | 'expiring'
        | 'waiting'
        | 'registered'
        | 'upcoming'
        | 'offline'
        | 'standing-by'
        | 'activated'
        | 'retired';
      /** @description The last day, at the customer, on which it is so; null where time alone changes nothing */
      until: string | null;
    };
    /**
     * @description What is known of the server went back when the service was restored. The service was restored from a backup that does not know this server, or knew it as it was before. Nothing was changed, and what a server holds stays good: send the same request again once operators have repaired it (npm run repair).
     * @example {
     *       "title": "What is known of the server went back when the service was restored",
     *       "status": 503,
     *       "detail": "The service was restored from a backup that does not know this server, or knew it as it was before. Nothing was changed, and what a server holds stays good: send the same request again once operators have repaired it (npm run repair).",
     *       "code": "SERVER_NOT_REPAIRED",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    ServerNotRepairedProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'SERVER_NOT_REPAIRED';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 503;
      title: string;
    };
    ServerOfCustomer: {
      customer: {
        /** @description Case-sensitive */
        id: string;
        name: string;
      };
      hostname: string | null;
      server: components['schemas']['Server'];
    };
    ServerOfCustomerPage: {
      items: components['schemas']['ServerOfCustomer'][];
      nextCursor: string | null;
    };
    ServerPage: {
      items: components['schemas']['Server'][];
      nextCursor: string | null;
    };
    ServerPreview: {
      /** @description As the server’s events would have them, without `seq` and `at` */
      events: ({
        type: string;
      } & {
        [key: string]: unknown;
      })[];
      mails: Record<string, never>[];
      /** @constant */
      preview: true;
      server: components['schemas']['Server'];
    };
    /**
     * @description The server was retired. Register a new server.
     * @example {
     *       "title": "The server was retired",
     *       "status": 410,
     *       "detail": "Register a new server.",
     *       "code": "SERVER_RETIRED",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    ServerRetiredProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'SERVER_RETIRED';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /**
       * Format: date-time
       * @description By the clock of the service
       */
      serverTime?: string;
      /** @constant */
      status: 410;
      title: string;
    };
    /** @enum {string} */
    ServerRole: 'production' | 'test' | 'redundancy';
    /** @enum {string} */
    ServerState: 'registered' | 'waiting' | 'activated' | 'retired';
    /**
     * @description Nothing entitles this server to cloud services. It takes an application in force with active care, within the lease of the last license document. Check in, and see the server’s licenses in the portal.
     * @example {
     *       "title": "Nothing entitles this server to cloud services",
     *       "status": 403,
     *       "detail": "It takes an application in force with active care, within the lease of the last license document. Check in, and see the server’s licenses in the portal.",
     *       "code": "SERVICE_NOT_ENTITLED",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    ServiceNotEntitledProblem: {
      /** @constant */
      code: 'SERVICE_NOT_ENTITLED';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /**
       * Format: date-time
       * @description By the clock of the service
       */
      serverTime?: string;
      /** @constant */
      status: 403;
      title: string;
    };
    ServiceToken: {
      /** Format: date-time */
      expiresAt: string;
      /** @description A JWT (`typ: service+jwt`), which the service verifies by the keys alone */
      token: string;
    };
    ServiceTokenRequest: {
      /** @description The service that it is for, by its own name */
      audience: string;
    };
    SignInDomains: {
      /**
       * @description Of e-mail addresses that the account’s provider answers for
       * @example [
       *       "example.com"
       *     ]
       */
      domains: string[];
    };
    SilentEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      lastCheckInAt: string | null;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'silent';
    } & {
      [key: string]: unknown;
    };
    SnapshotSuspectedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'snapshot-suspected';
    } & {
      [key: string]: unknown;
    };
    StandbyChangedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      formerStandbyFor: string | null;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      standbyFor: string | null;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'standby-changed';
    } & {
      [key: string]: unknown;
    };
    /**
     * @description A standby holds no capacity of its own. It runs what the server that it stands by for is licensed for. Make it a server of its own first: `standbyFor` null.
     * @example {
     *       "title": "A standby holds no capacity of its own",
     *       "status": 409,
     *       "detail": "It runs what the server that it stands by for is licensed for. Make it a server of its own first: `standbyFor` null.",
     *       "code": "STANDBY_HOLDS_NOTHING",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    StandbyHoldsNothingProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'STANDBY_HOLDS_NOTHING';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    /**
     * @description A standby has no standby. Name a server that stands by for no other one, and to be a standby a server must have none.
     * @example {
     *       "title": "A standby has no standby",
     *       "status": 409,
     *       "detail": "Name a server that stands by for no other one, and to be a standby a server must have none.",
     *       "code": "STANDBY_OF_STANDBY",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    StandbyOfStandbyProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'STANDBY_OF_STANDBY';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    /**
     * @description Only a server for redundancy can be a standby. Give it the role `redundancy` with the same request, or `standbyFor` null with another role.
     * @example {
     *       "title": "Only a server for redundancy can be a standby",
     *       "status": 409,
     *       "detail": "Give it the role `redundancy` with the same request, or `standbyFor` null with another role.",
     *       "code": "STANDBY_ROLE",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    StandbyRoleProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'STANDBY_ROLE';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    /**
     * @description The server has another standby. A server has one standby, which `standby` names. Set its `standbyFor` to null first.
     * @example {
     *       "title": "The server has another standby",
     *       "status": 409,
     *       "detail": "A server has one standby, which `standby` names. Set its `standbyFor` to null first.",
     *       "code": "STANDBY_TAKEN",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    StandbyTakenProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'STANDBY_TAKEN';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @description Which one */
      standby?: string;
      /** @constant */
      status: 409;
      title: string;
    };
    StatedIntent: {
      by: string | null;
      capacity: number | null;
      /** @enum {string} */
      intent: 'renew' | 'end';
      note: string | null;
      /** Format: date-time */
      statedAt: string;
    };
    StatedIntents: {
      items: {
        line: string;
        /** @description Case-sensitive */
        order: string;
        /**
         * @description `unchanged`: it means this already. `waiting`: the same request hears it
         * @enum {string}
         */
        outcome: 'stated' | 'unchanged' | 'refused' | 'waiting';
        problem:
          | ({
              code: string;
              detail: string;
            } & {
              [key: string]: unknown;
            })
          | null;
      }[];
    };
    StateIntentRefusedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /**
       * @description Why it was refused
       * @enum {string}
       */
      code:
        | 'ALREADY_CHANGED'
        | 'ALREADY_EXPANDED'
        | 'ALREADY_UNLOCKED'
        | 'CAPACITY_NOT_REDUCED'
        | 'CONVERSION_NOT_POSSIBLE'
        | 'CUSTOMER_DIFFERS'
        | 'DELIVERY_UNKNOWN'
        | 'EMERGENCIES_USED_UP'
        | 'EMERGENCY_TOO_LARGE'
        | 'EVALUATION_TOO_LONG'
        | 'LAST_DAY_MISSING'
        | 'LINE_CANCELED'
        | 'LINE_UNKNOWN'
        | 'LINK_REPLACED'
        | 'NOTHING_TO_RENEW'
        | 'ORDER_CANCELED'
        | 'ORDER_ENDED'
        | 'NOT_THE_NEWEST'
        | 'PERPETUAL_NOT_REDUCED'
        | 'REFERENCE_TAKEN'
        | 'PLAN_UNKNOWN'
        | 'REFERENCE_UNKNOWN'
        | 'REINSTATEMENT_OVER'
        | 'RENEWAL_NOT_LATER'
        | 'TIME_ZONE_CHANGED'
        | 'TOO_LATE_TO_WITHDRAW'
        | 'TOO_MANY_LINES'
        | 'CHANGED_MEANWHILE'
        | 'CHANGE_IN_PROGRESS'
        | 'INSUFFICIENT_CAPACITY'
        | 'NOTHING_ASSIGNED'
        | 'ONLINE_REQUIRED'
        | 'ORDER_NOT_ANSWERING'
        | 'ROLLING_OVER'
        | 'SERVER_RETIRED'
        | 'STANDBY_HOLDS_NOTHING'
        | 'STANDBY_OF_STANDBY'
        | 'STANDBY_ROLE'
        | 'STANDBY_TAKEN'
        | 'STILL_ASSIGNED'
        | 'TEST_ROLE'
        | 'TEST_UNITS_TAKEN'
        | 'ALREADY_RETURNED'
        | 'OTHER_DOCUMENT_OUT'
        | 'RETURN_REQUIRED'
        | 'TOKEN_BOUND_ELSEWHERE'
        | 'TOKEN_ROTATED'
        | 'TOO_MANY_MACHINES'
        | 'TOO_MANY_REINSTALLS'
        | 'VERSION_TOO_OLD';
      /** @description The sentence of the code */
      detail?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description Of the fact, as it was posted */
      reference: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'state-intent-refused';
    } & {
      [key: string]: unknown;
    };
    /**
     * @description The server still holds capacity. Set the capacity of each of its applications to 0 first.
     * @example {
     *       "title": "The server still holds capacity",
     *       "status": 409,
     *       "detail": "Set the capacity of each of its applications to 0 first.",
     *       "code": "STILL_ASSIGNED",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    StillAssignedProblem: {
      /** @description What a server still holds */
      assigned?: number;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'STILL_ASSIGNED';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @description Which servers hold something */
      servers?: string[];
      /** @constant */
      status: 409;
      title: string;
    };
    /**
     * @description This process of the service stops. Another one answers. Wait again after as many seconds as Retry-After says.
     * @example {
     *       "title": "This process of the service stops",
     *       "status": 503,
     *       "detail": "Another one answers. Wait again after as many seconds as Retry-After says.",
     *       "code": "STOPPING",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    StoppingProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'STOPPING';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 503;
      title: string;
    };
    SuspendedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description As it was given */
      reason: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'suspended';
    } & {
      [key: string]: unknown;
    };
    SuspendRefusedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /**
       * @description Why it was refused
       * @enum {string}
       */
      code:
        | 'ALREADY_CHANGED'
        | 'ALREADY_EXPANDED'
        | 'ALREADY_UNLOCKED'
        | 'CAPACITY_NOT_REDUCED'
        | 'CONVERSION_NOT_POSSIBLE'
        | 'CUSTOMER_DIFFERS'
        | 'DELIVERY_UNKNOWN'
        | 'EMERGENCIES_USED_UP'
        | 'EMERGENCY_TOO_LARGE'
        | 'EVALUATION_TOO_LONG'
        | 'LAST_DAY_MISSING'
        | 'LINE_CANCELED'
        | 'LINE_UNKNOWN'
        | 'LINK_REPLACED'
        | 'NOTHING_TO_RENEW'
        | 'ORDER_CANCELED'
        | 'ORDER_ENDED'
        | 'NOT_THE_NEWEST'
        | 'PERPETUAL_NOT_REDUCED'
        | 'REFERENCE_TAKEN'
        | 'PLAN_UNKNOWN'
        | 'REFERENCE_UNKNOWN'
        | 'REINSTATEMENT_OVER'
        | 'RENEWAL_NOT_LATER'
        | 'TIME_ZONE_CHANGED'
        | 'TOO_LATE_TO_WITHDRAW'
        | 'TOO_MANY_LINES'
        | 'CHANGED_MEANWHILE'
        | 'CHANGE_IN_PROGRESS'
        | 'INSUFFICIENT_CAPACITY'
        | 'NOTHING_ASSIGNED'
        | 'ONLINE_REQUIRED'
        | 'ORDER_NOT_ANSWERING'
        | 'ROLLING_OVER'
        | 'SERVER_RETIRED'
        | 'STANDBY_HOLDS_NOTHING'
        | 'STANDBY_OF_STANDBY'
        | 'STANDBY_ROLE'
        | 'STANDBY_TAKEN'
        | 'STILL_ASSIGNED'
        | 'TEST_ROLE'
        | 'TEST_UNITS_TAKEN'
        | 'ALREADY_RETURNED'
        | 'OTHER_DOCUMENT_OUT'
        | 'RETURN_REQUIRED'
        | 'TOKEN_BOUND_ELSEWHERE'
        | 'TOKEN_ROTATED'
        | 'TOO_MANY_MACHINES'
        | 'TOO_MANY_REINSTALLS'
        | 'VERSION_TOO_OLD';
      /** @description The sentence of the code */
      detail?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'suspend-refused';
    } & {
      [key: string]: unknown;
    };
    /** @description The newest reason counts */
    Suspension: {
      reason: string;
    };
    TakenBackEvent: {
      account: string | null;
      /** @description A key of the catalogue */
      application: string;
      /** Format: date-time */
      at: string;
      /** @enum {string} */
      because: 'capacity' | 'cancellation' | 'expiry';
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      capacity: number;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description The line, by its number in the order */
      line: string;
      /** @description The ERP’s own number of the line */
      lineReference?: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description Of the fact, as it was posted */
      reference?: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description The server */
      server: string;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /** @description What it has then */
      total: number;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'taken-back';
    } & {
      [key: string]: unknown;
    };
    TakeoverEndedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @enum {string} */
      because: 'standby' | 'used-up' | 'released';
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description How many days of takeovers the server has left then */
      daysLeft: number;
      /**
       * Format: date-time
       * @description Up to when the standby may have run; to come where it was released, until it proves that it stopped: then there is a second event
       */
      endedAt: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description The standby that runs what the server was to run */
      standby: string;
      /** Format: date-time */
      startedAt: string;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'takeover-ended';
    } & {
      [key: string]: unknown;
    };
    Takeovers: {
      daysLeft: number | null;
      items: {
        endedAt: string | null;
        /** @description How long both could run */
        overlapSeconds: number;
        /** @description The server whose licenses were run */
        served: string;
        /** @description The standby that ran them */
        standby: string;
        /** Format: date-time */
        startedAt: string;
      }[];
    };
    TakeoverStartedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description How many days of takeovers the server has left then */
      daysLeft: number;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description The standby that runs what the server was to run */
      standby: string;
      /**
       * Format: date-time
       * @description Since when the standby runs, as it says
       */
      startedAt: string;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'takeover-started';
    } & {
      [key: string]: unknown;
    };
    /**
     * @description Nothing can be started at this moment. Send the same request again: it is carried out once.
     * @example {
     *       "title": "Nothing can be started at this moment",
     *       "status": 503,
     *       "detail": "Send the same request again: it is carried out once.",
     *       "code": "TEMPORAL_UNAVAILABLE",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    TemporalUnavailableProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'TEMPORAL_UNAVAILABLE';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 503;
      title: string;
    };
    /**
     * @description Only a server for tests uses what is free for tests. Give it the role `test` with the same request, or `testUnits` of no application.
     * @example {
     *       "title": "Only a server for tests uses what is free for tests",
     *       "status": 409,
     *       "detail": "Give it the role `test` with the same request, or `testUnits` of no application.",
     *       "code": "TEST_ROLE",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    TestRoleProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'TEST_ROLE';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    TestUnitsChangedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description And did before */
      formerTestUnits: string[];
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /** @description The applications of which it uses what is free for tests now */
      testUnits: string[];
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'test-units-changed';
    } & {
      [key: string]: unknown;
    };
    /**
     * @description Another server uses what is free for tests. Units are free for tests once per customer and application, and `server` has those of `application`. Take them from its `testUnits` first.
     * @example {
     *       "title": "Another server uses what is free for tests",
     *       "status": 409,
     *       "detail": "Units are free for tests once per customer and application, and `server` has those of `application`. Take them from its `testUnits` first.",
     *       "code": "TEST_UNITS_TAKEN",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    TestUnitsTakenProblem: {
      application?: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'TEST_UNITS_TAKEN';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @description Which one has them */
      server?: string;
      /** @constant */
      status: 409;
      title: string;
    };
    TimeZoneChangedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Whether it was only assumed before */
      confirms?: boolean;
      formerTimeZone: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description Of the fact, as it was posted */
      reference: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      timeZone: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'time-zone-changed';
    } & {
      [key: string]: unknown;
    };
    /**
     * @description The time zone of the order changed at this moment. Nothing was changed. Send the same request again.
     * @example {
     *       "title": "The time zone of the order changed at this moment",
     *       "status": 503,
     *       "detail": "Nothing was changed. Send the same request again.",
     *       "code": "TIME_ZONE_CHANGED",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    TimeZoneChangedProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'TIME_ZONE_CHANGED';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 503;
      timeZone?: string;
      title: string;
    };
    Todo: {
      /** @description What else there is to say, by the kind */
      about: {
        /** @description Case-sensitive */
        advisory?: string;
        /** @description Of which nearly all is in use */
        applications?: string[];
        assigned?: number;
        /** @description Whether it ends as it is to be canceled */
        canceled?: boolean;
        /** @description What there will be */
        capacity?: number;
        /** @description Why an activation was refused */
        code?: string;
        /** @description What became of the e-mail */
        mail?: string;
        /** @description How much the advisory matters */
        rated?: string;
        servers?: number;
        title?: string;
        url?: string;
        /** @description Case-sensitive */
        webhook?: string;
      };
      acknowledged: {
        /** Format: date-time */
        at: string;
        /** @description `person/<id>` or `key/<id>` */
        by: string;
        note: string | null;
      } | null;
      customer: {
        /** @description Case-sensitive */
        id: string;
        name: string;
      } | null;
      /** @description Days to that day: 0 is today */
      daysLeft: number | null;
      delivery: string | null;
      /**
       * @description By what happened: the same thing that happens again has another id
       * @example locked-0f6c3a528c4e4a6b9d0e5b1c7f2e3a44
       */
      id: string;
      /** @enum {string} */
      kind:
        | 'cloned'
        | 'silent'
        | 'refused'
        | 'suspended'
        | 'grace'
        | 'stopped'
        | 'mail-bounced'
        | 'webhook-disabled'
        | 'locked'
        | 'ends'
        | 'care-ends'
        | 'care-ended'
        | 'over-assigned'
        | 'nearly-used'
        | 'restored'
        | 'advisory'
        | 'emergency'
        | 'to-activate';
      lines: {
        application: string;
        capacity: number;
        license: components['schemas']['LicenseKind'];
        line: string;
      }[];
      order: {
        /** @description Case-sensitive */
        number: string;
        purchaseOrder: string | null;
      } | null;
      /** @description What to do about it; null where what ends was canceled */
      remedy:
        | (
            | 'renew'
            | 'convert'
            | 'settle'
            | 'unlock'
            | 'assign'
            | 'activate'
            | 'reconnect'
            | 'separate'
            | 'look-into'
            | 'reduce'
            | 'expand'
            | 'license'
          )
        | null;
      server: {
        /** @description Case-sensitive */
        id: string;
        name: string;
      } | null;
      /** @enum {string} */
      severity: 'critical' | 'warning' | 'notice' | 'fine' | 'over';
      /** @description Since when it is so, of what has begun */
      since: string | null;
      /** @description The last day, at the customer, on which it is so, of what ends */
      until: string | null;
      /** @description Whether the caller may do it itself */
      yours: boolean;
    };
    TodoPage: {
      /** @description How many there are of each kind, whichever was asked for */
      counts: {
        advisory: number;
        'care-ended': number;
        'care-ends': number;
        cloned: number;
        emergency: number;
        ends: number;
        grace: number;
        locked: number;
        'mail-bounced': number;
        'nearly-used': number;
        'over-assigned': number;
        refused: number;
        restored: number;
        silent: number;
        stopped: number;
        suspended: number;
        'to-activate': number;
        'webhook-disabled': number;
      };
      items: components['schemas']['Todo'][];
      nextCursor: string | null;
    };
    Token: {
      /** Format: date-time */
      issuedAt: string;
      redeemedAt: string | null;
      token: string;
      version: number;
    };
    /**
     * @description The Activation Token is in use on another machine. To move the server, rotate its token in the portal and activate with the new one.
     * @example {
     *       "title": "The Activation Token is in use on another machine",
     *       "status": 409,
     *       "detail": "To move the server, rotate its token in the portal and activate with the new one.",
     *       "code": "TOKEN_BOUND_ELSEWHERE",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    TokenBoundElsewhereProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'TOKEN_BOUND_ELSEWHERE';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    /**
     * @description The Activation Token was replaced. Take the present token from the server’s page in the portal.
     * @example {
     *       "title": "The Activation Token was replaced",
     *       "status": 410,
     *       "detail": "Take the present token from the server’s page in the portal.",
     *       "code": "TOKEN_ROTATED",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    TokenRotatedProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'TOKEN_ROTATED';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /**
       * Format: date-time
       * @description By the clock of the service
       */
      serverTime?: string;
      /** @constant */
      status: 410;
      title: string;
    };
    /**
     * @description No such Activation Token. Copy the whole token from the server’s page in the portal.
     * @example {
     *       "title": "No such Activation Token",
     *       "status": 404,
     *       "detail": "Copy the whole token from the server’s page in the portal.",
     *       "code": "TOKEN_UNKNOWN",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    TokenUnknownProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'TOKEN_UNKNOWN';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 404;
      title: string;
    };
    /**
     * @description The body is too large. A body has at most 1 MB, one that needs no key 16 kB.
     * @example {
     *       "title": "The body is too large",
     *       "status": 413,
     *       "detail": "A body has at most 1 MB, one that needs no key 16 kB.",
     *       "code": "TOO_LARGE",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    TooLargeProblem: {
      /** @constant */
      code: 'TOO_LARGE';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 413;
      title: string;
    };
    /**
     * @description It is too late to withdraw this. A renewal or a cancellation can be withdrawn for `days` days.
     * @example {
     *       "title": "It is too late to withdraw this",
     *       "status": 409,
     *       "detail": "A renewal or a cancellation can be withdrawn for `days` days.",
     *       "code": "TOO_LATE_TO_WITHDRAW",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    TooLateToWithdrawProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'TOO_LATE_TO_WITHDRAW';
      /** @description Within how many it could be */
      days?: number;
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    /**
     * @description As many advisories are open as can be. A document names all that concern its server. Withdraw one that matters no more.
     * @example {
     *       "title": "As many advisories are open as can be",
     *       "status": 409,
     *       "detail": "A document names all that concern its server. Withdraw one that matters no more.",
     *       "code": "TOO_MANY_ADVISORIES",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    TooManyAdvisoriesProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'TOO_MANY_ADVISORIES';
      /** @description What to do */
      detail: string;
      most?: number;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    /**
     * @description The account has as many keys as it can have. Revoke one that is used no more; those that have ended count until they are revoked.
     * @example {
     *       "title": "The account has as many keys as it can have",
     *       "status": 409,
     *       "detail": "Revoke one that is used no more; those that have ended count until they are revoked.",
     *       "code": "TOO_MANY_KEYS",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    TooManyKeysProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'TOO_MANY_KEYS';
      /** @description What to do */
      detail: string;
      most?: number;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    /**
     * @description The order would have too many lines. An order has at most `most` lines in its life. Place a new order.
     * @example {
     *       "title": "The order would have too many lines",
     *       "status": 409,
     *       "detail": "An order has at most `most` lines in its life. Place a new order.",
     *       "code": "TOO_MANY_LINES",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    TooManyLinesProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'TOO_MANY_LINES';
      /** @description What to do */
      detail: string;
      lines?: number;
      most?: number;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    /**
     * @description The server changed its machine too often. Ask the vendor to rotate the token.
     * @example {
     *       "title": "The server changed its machine too often",
     *       "status": 409,
     *       "detail": "Ask the vendor to rotate the token.",
     *       "code": "TOO_MANY_MACHINES",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    TooManyMachinesProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'TOO_MANY_MACHINES';
      /** @description What to do */
      detail: string;
      machines?: number;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    /**
     * @description The AppSuite was installed anew too often on this machine. Its former keys may still run. Keep its folder over restarts; if several machines have one fingerprint, give each its own. The vendor rotates the token.
     * @example {
     *       "title": "The AppSuite was installed anew too often on this machine",
     *       "status": 409,
     *       "detail": "Its former keys may still run. Keep its folder over restarts; if several machines have one fingerprint, give each its own. The vendor rotates the token.",
     *       "code": "TOO_MANY_REINSTALLS",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    TooManyReinstallsProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'TOO_MANY_REINSTALLS';
      /** @description What to do */
      detail: string;
      reinstalls?: number;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    /**
     * @description Too many requests. Send the same request again after as many seconds as Retry-After says.
     * @example {
     *       "title": "Too many requests",
     *       "status": 429,
     *       "detail": "Send the same request again after as many seconds as Retry-After says.",
     *       "code": "TOO_MANY_REQUESTS",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    TooManyRequestsProblem: {
      /** @constant */
      code: 'TOO_MANY_REQUESTS';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /**
       * Format: date-time
       * @description By the clock of the service
       */
      serverTime?: string;
      /** @constant */
      status: 429;
      title: string;
    };
    /**
     * @description The account has as many webhooks as it may. Remove one that is not needed, or change one.
     * @example {
     *       "title": "The account has as many webhooks as it may",
     *       "status": 409,
     *       "detail": "Remove one that is not needed, or change one.",
     *       "code": "TOO_MANY_WEBHOOKS",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    TooManyWebhooksProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'TOO_MANY_WEBHOOKS';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    Transfer: {
      customer: components['schemas']['PostedParty'];
      /** @description Repeated with the same content it changes nothing */
      reference: string;
    };
    TransferRefusedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /**
       * @description Why it was refused
       * @enum {string}
       */
      code:
        | 'ALREADY_CHANGED'
        | 'ALREADY_EXPANDED'
        | 'ALREADY_UNLOCKED'
        | 'CAPACITY_NOT_REDUCED'
        | 'CONVERSION_NOT_POSSIBLE'
        | 'CUSTOMER_DIFFERS'
        | 'DELIVERY_UNKNOWN'
        | 'EMERGENCIES_USED_UP'
        | 'EMERGENCY_TOO_LARGE'
        | 'EVALUATION_TOO_LONG'
        | 'LAST_DAY_MISSING'
        | 'LINE_CANCELED'
        | 'LINE_UNKNOWN'
        | 'LINK_REPLACED'
        | 'NOTHING_TO_RENEW'
        | 'ORDER_CANCELED'
        | 'ORDER_ENDED'
        | 'NOT_THE_NEWEST'
        | 'PERPETUAL_NOT_REDUCED'
        | 'REFERENCE_TAKEN'
        | 'PLAN_UNKNOWN'
        | 'REFERENCE_UNKNOWN'
        | 'REINSTATEMENT_OVER'
        | 'RENEWAL_NOT_LATER'
        | 'TIME_ZONE_CHANGED'
        | 'TOO_LATE_TO_WITHDRAW'
        | 'TOO_MANY_LINES'
        | 'CHANGED_MEANWHILE'
        | 'CHANGE_IN_PROGRESS'
        | 'INSUFFICIENT_CAPACITY'
        | 'NOTHING_ASSIGNED'
        | 'ONLINE_REQUIRED'
        | 'ORDER_NOT_ANSWERING'
        | 'ROLLING_OVER'
        | 'SERVER_RETIRED'
        | 'STANDBY_HOLDS_NOTHING'
        | 'STANDBY_OF_STANDBY'
        | 'STANDBY_ROLE'
        | 'STANDBY_TAKEN'
        | 'STILL_ASSIGNED'
        | 'TEST_ROLE'
        | 'TEST_UNITS_TAKEN'
        | 'ALREADY_RETURNED'
        | 'OTHER_DOCUMENT_OUT'
        | 'RETURN_REQUIRED'
        | 'TOKEN_BOUND_ELSEWHERE'
        | 'TOKEN_ROTATED'
        | 'TOO_MANY_MACHINES'
        | 'TOO_MANY_REINSTALLS'
        | 'VERSION_TOO_OLD';
      /** @description The sentence of the code */
      detail?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description Of the fact, as it was posted */
      reference: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'transfer-refused';
    } & {
      [key: string]: unknown;
    };
    /** @enum {string} */
    Unit: 'users' | 'channels' | 'operators' | 'rooms' | 'sessions';
    /** @description All that is locked, unless a delivery is named */
    Unlock: {
      /** @description Case-sensitive */
      delivery?: string;
    };
    UnlockedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description The delivery, by its number in the order */
      delivery: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description The whole order, for whoever sees it, or what was locked of it, from now on */
      order?: {
        /** @description The place of the order’s stream up to which it is said */
        seq: number;
      } & components['schemas']['Order'];
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'unlocked';
    } & {
      [key: string]: unknown;
    };
    UnlockLink: {
      /** Format: date-time */
      replacedAt: string;
      /** @description Opens the page that unlocks the delivery, for whoever has it */
      unlockUrl: string;
    };
    UnlockLinkReplacedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description The delivery, by its number in the order */
      delivery: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'unlock-link-replaced';
    } & {
      [key: string]: unknown;
    };
    UnlockRefusedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /**
       * @description Why it was refused
       * @enum {string}
       */
      code:
        | 'ALREADY_CHANGED'
        | 'ALREADY_EXPANDED'
        | 'ALREADY_UNLOCKED'
        | 'CAPACITY_NOT_REDUCED'
        | 'CONVERSION_NOT_POSSIBLE'
        | 'CUSTOMER_DIFFERS'
        | 'DELIVERY_UNKNOWN'
        | 'EMERGENCIES_USED_UP'
        | 'EMERGENCY_TOO_LARGE'
        | 'EVALUATION_TOO_LONG'
        | 'LAST_DAY_MISSING'
        | 'LINE_CANCELED'
        | 'LINE_UNKNOWN'
        | 'LINK_REPLACED'
        | 'NOTHING_TO_RENEW'
        | 'ORDER_CANCELED'
        | 'ORDER_ENDED'
        | 'NOT_THE_NEWEST'
        | 'PERPETUAL_NOT_REDUCED'
        | 'REFERENCE_TAKEN'
        | 'PLAN_UNKNOWN'
        | 'REFERENCE_UNKNOWN'
        | 'REINSTATEMENT_OVER'
        | 'RENEWAL_NOT_LATER'
        | 'TIME_ZONE_CHANGED'
        | 'TOO_LATE_TO_WITHDRAW'
        | 'TOO_MANY_LINES'
        | 'CHANGED_MEANWHILE'
        | 'CHANGE_IN_PROGRESS'
        | 'INSUFFICIENT_CAPACITY'
        | 'NOTHING_ASSIGNED'
        | 'ONLINE_REQUIRED'
        | 'ORDER_NOT_ANSWERING'
        | 'ROLLING_OVER'
        | 'SERVER_RETIRED'
        | 'STANDBY_HOLDS_NOTHING'
        | 'STANDBY_OF_STANDBY'
        | 'STANDBY_ROLE'
        | 'STANDBY_TAKEN'
        | 'STILL_ASSIGNED'
        | 'TEST_ROLE'
        | 'TEST_UNITS_TAKEN'
        | 'ALREADY_RETURNED'
        | 'OTHER_DOCUMENT_OUT'
        | 'RETURN_REQUIRED'
        | 'TOKEN_BOUND_ELSEWHERE'
        | 'TOKEN_ROTATED'
        | 'TOO_MANY_MACHINES'
        | 'TOO_MANY_REINSTALLS'
        | 'VERSION_TOO_OLD';
      /** @description The delivery, by its number in the order */
      delivery?: string;
      /** @description The sentence of the code */
      detail?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'unlock-refused';
    } & {
      [key: string]: unknown;
    };
    UnrecoverableEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @description What stands in its document */
      lines: {
        /** @description A key of the catalogue */
        application: string;
        capacity: number;
        /** @description The line, by its number in the order */
        line?: string;
      }[];
      order: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'unrecoverable';
    } & {
      [key: string]: unknown;
    };
    /**
     * @description The content type is not supported. Send the body as application/json, in UTF-8, and not packed.
     * @example {
     *       "title": "The content type is not supported",
     *       "status": 415,
     *       "detail": "Send the body as application/json, in UTF-8, and not packed.",
     *       "code": "UNSUPPORTED_CONTENT_TYPE",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    UnsupportedContentTypeProblem: {
      /** @constant */
      code: 'UNSUPPORTED_CONTENT_TYPE';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 415;
      title: string;
    };
    UpdatedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      hostname: string | null;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'updated';
      /** @description Of the AppSuite */
      version: string;
    } & {
      [key: string]: unknown;
    };
    /**
     * @description The AppSuite is too old, or its version cannot be read. Update to Winter 2020 or later. A version reads year.season.release, such as 2020.Winter.1 or 2026.Autumn.1-hotfix3.
     * @example {
     *       "title": "The AppSuite is too old, or its version cannot be read",
     *       "status": 422,
     *       "detail": "Update to Winter 2020 or later. A version reads year.season.release, such as 2020.Winter.1 or 2026.Autumn.1-hotfix3.",
     *       "code": "VERSION_TOO_OLD",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    VersionTooOldProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'VERSION_TOO_OLD';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 422;
      title: string;
      version?: string;
    };
    WaitingToken: {
      /** Format: date-time */
      issuedAt: string;
      name: string;
      /** @description Case-sensitive */
      server: string;
      token: string;
      version: number;
    };
    WaitingTokenPage: {
      items: components['schemas']['WaitingToken'][];
      nextCursor: string | null;
    };
    Webhook: {
      /** Format: date-time */
      createdAt: string;
      description: string | null;
      /** @description `gone`: it answered 410; `nothing-taken`: in all the attempts of three days; `asked`: somebody switched it off */
      disabledFor: ('gone' | 'nothing-taken' | 'asked') | null;
      /** @description Case-sensitive */
      id: string;
      /** @enum {string} */
      state: 'enabled' | 'disabled';
      types: components['schemas']['EventType'][] | null;
      /**
       * @description Where messages are posted: https, at an address of the internet
       * @example https://erp.example.com/hooks
       */
      url: string;
    };
    WebhookAddedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'webhook-added';
      /** @description The webhook */
      webhook: string;
    } & {
      [key: string]: unknown;
    };
    /** @description What is absent stays */
    WebhookChange: {
      /** @description A cursor of /v1/events, or `end`, to go on from; else where it stopped */
      after?: string;
      description?: string | null;
      /** @enum {string} */
      state?: 'enabled' | 'disabled';
      types?: components['schemas']['EventType'][] | null;
      /**
       * @description Where messages are posted: https, at an address of the internet
       * @example https://erp.example.com/hooks
       */
      url?: string;
    };
    WebhookChangedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description What of it; never what it was or is */
      fields: ('url' | 'types' | 'description' | 'state' | 'after' | 'secret')[];
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'webhook-changed';
      /** @description The webhook */
      webhook: string;
    } & {
      [key: string]: unknown;
    };
    WebhookDelivery: {
      /** @description The last ones, oldest first */
      attempts: components['schemas']['Attempt'][];
      /** @description Its id, which is the `webhook-id` of its messages too */
      event: string;
      /** @enum {string} */
      state: 'waiting' | 'delivered' | 'failed';
      type: components['schemas']['EventType'];
    };
    WebhookDeliveryPage: {
      items: components['schemas']['WebhookDelivery'][];
      nextCursor: string | null;
    };
    WebhookDisabledEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /**
       * @description It answered 410, or took nothing for the whole schedule
       * @enum {string}
       */
      because: 'gone' | 'nothing-taken';
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'webhook-disabled';
      /** @description The webhook */
      webhook: string;
    } & {
      [key: string]: unknown;
    };
    /**
     * @description The webhook is disabled. Enable it first. What waits for it is delivered then.
     * @example {
     *       "title": "The webhook is disabled",
     *       "status": 409,
     *       "detail": "Enable it first. What waits for it is delivered then.",
     *       "code": "WEBHOOK_DISABLED",
     *       "requestId": "0c2c5a7e-6a0f-4d0c-9a55-0f6d4c0a9f11"
     *     }
     */
    WebhookDisabledProblem: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      code: 'WEBHOOK_DISABLED';
      /** @description What to do */
      detail: string;
      /** @description As the header Request-Id says it */
      requestId: string;
      /** @constant */
      status: 409;
      title: string;
    };
    WebhookPage: {
      items: components['schemas']['Webhook'][];
      nextCursor: string | null;
    };
    WebhookRemovedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'webhook-removed';
      /** @description The webhook */
      webhook: string;
    } & {
      [key: string]: unknown;
    };
    WebhookSecret: {
      /** @description What its messages are signed with; answered this once */
      secret: string;
    };
    WithdrawnEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** @enum {string} */
      kind: 'renewal' | 'cancellation';
      /** @description The lines */
      lines: {
        /** @description A key of the catalogue */
        application: string;
        capacity: number;
        endsOn: string | null;
        /** @description The line, by its number in the order */
        line: string;
        /** @description The ERP’s own number of the line */
        reference?: string;
      }[];
      /** Format: date-time */
      recordedAt: string;
      /** @description Of the fact, as it was posted */
      reference: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'withdrawn';
    } & {
      [key: string]: unknown;
    };
    WithdrawPlanRefusedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /**
       * @description Why it was refused
       * @enum {string}
       */
      code:
        | 'ALREADY_CHANGED'
        | 'ALREADY_EXPANDED'
        | 'ALREADY_UNLOCKED'
        | 'CAPACITY_NOT_REDUCED'
        | 'CONVERSION_NOT_POSSIBLE'
        | 'CUSTOMER_DIFFERS'
        | 'DELIVERY_UNKNOWN'
        | 'EMERGENCIES_USED_UP'
        | 'EMERGENCY_TOO_LARGE'
        | 'EVALUATION_TOO_LONG'
        | 'LAST_DAY_MISSING'
        | 'LINE_CANCELED'
        | 'LINE_UNKNOWN'
        | 'LINK_REPLACED'
        | 'NOTHING_TO_RENEW'
        | 'ORDER_CANCELED'
        | 'ORDER_ENDED'
        | 'NOT_THE_NEWEST'
        | 'PERPETUAL_NOT_REDUCED'
        | 'REFERENCE_TAKEN'
        | 'PLAN_UNKNOWN'
        | 'REFERENCE_UNKNOWN'
        | 'REINSTATEMENT_OVER'
        | 'RENEWAL_NOT_LATER'
        | 'TIME_ZONE_CHANGED'
        | 'TOO_LATE_TO_WITHDRAW'
        | 'TOO_MANY_LINES'
        | 'CHANGED_MEANWHILE'
        | 'CHANGE_IN_PROGRESS'
        | 'INSUFFICIENT_CAPACITY'
        | 'NOTHING_ASSIGNED'
        | 'ONLINE_REQUIRED'
        | 'ORDER_NOT_ANSWERING'
        | 'ROLLING_OVER'
        | 'SERVER_RETIRED'
        | 'STANDBY_HOLDS_NOTHING'
        | 'STANDBY_OF_STANDBY'
        | 'STANDBY_ROLE'
        | 'STANDBY_TAKEN'
        | 'STILL_ASSIGNED'
        | 'TEST_ROLE'
        | 'TEST_UNITS_TAKEN'
        | 'ALREADY_RETURNED'
        | 'OTHER_DOCUMENT_OUT'
        | 'RETURN_REQUIRED'
        | 'TOKEN_BOUND_ELSEWHERE'
        | 'TOKEN_ROTATED'
        | 'TOO_MANY_MACHINES'
        | 'TOO_MANY_REINSTALLS'
        | 'VERSION_TOO_OLD';
      /** @description The sentence of the code */
      detail?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description Of the fact, as it was posted */
      reference: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'withdraw-plan-refused';
    } & {
      [key: string]: unknown;
    };
    WithdrawRefusedEvent: {
      account: string | null;
      /** Format: date-time */
      at: string;
      /** @description Who had it happen; absent where time or a server did */
      by?: string;
      /**
       * @description Why it was refused
       * @enum {string}
       */
      code:
        | 'ALREADY_CHANGED'
        | 'ALREADY_EXPANDED'
        | 'ALREADY_UNLOCKED'
        | 'CAPACITY_NOT_REDUCED'
        | 'CONVERSION_NOT_POSSIBLE'
        | 'CUSTOMER_DIFFERS'
        | 'DELIVERY_UNKNOWN'
        | 'EMERGENCIES_USED_UP'
        | 'EMERGENCY_TOO_LARGE'
        | 'EVALUATION_TOO_LONG'
        | 'LAST_DAY_MISSING'
        | 'LINE_CANCELED'
        | 'LINE_UNKNOWN'
        | 'LINK_REPLACED'
        | 'NOTHING_TO_RENEW'
        | 'ORDER_CANCELED'
        | 'ORDER_ENDED'
        | 'NOT_THE_NEWEST'
        | 'PERPETUAL_NOT_REDUCED'
        | 'REFERENCE_TAKEN'
        | 'PLAN_UNKNOWN'
        | 'REFERENCE_UNKNOWN'
        | 'REINSTATEMENT_OVER'
        | 'RENEWAL_NOT_LATER'
        | 'TIME_ZONE_CHANGED'
        | 'TOO_LATE_TO_WITHDRAW'
        | 'TOO_MANY_LINES'
        | 'CHANGED_MEANWHILE'
        | 'CHANGE_IN_PROGRESS'
        | 'INSUFFICIENT_CAPACITY'
        | 'NOTHING_ASSIGNED'
        | 'ONLINE_REQUIRED'
        | 'ORDER_NOT_ANSWERING'
        | 'ROLLING_OVER'
        | 'SERVER_RETIRED'
        | 'STANDBY_HOLDS_NOTHING'
        | 'STANDBY_OF_STANDBY'
        | 'STANDBY_ROLE'
        | 'STANDBY_TAKEN'
        | 'STILL_ASSIGNED'
        | 'TEST_ROLE'
        | 'TEST_UNITS_TAKEN'
        | 'ALREADY_RETURNED'
        | 'OTHER_DOCUMENT_OUT'
        | 'RETURN_REQUIRED'
        | 'TOKEN_BOUND_ELSEWHERE'
        | 'TOKEN_ROTATED'
        | 'TOO_MANY_MACHINES'
        | 'TOO_MANY_REINSTALLS'
        | 'VERSION_TOO_OLD';
      /** @description The sentence of the code */
      detail?: string;
      /** @description Of the event, for ever: by it a repeat is known */
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description Of the fact, as it was posted */
      reference: string;
      /** @description By which request, where nobody is known */
      requestId?: string;
      /** @description Its number in the stream; some are left out */
      seq: number;
      /** @description What it is an event of: its kind, a slash, its id */
      stream: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'withdraw-refused';
    } & {
      [key: string]: unknown;
    };
  };
  responses: {
    /** @description `ADDRESS_TOO_LONG` */
    AddressTooLong: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['AddressTooLongProblem'];
      };
    };
    /** @description `CHANGED_MEANWHILE` */
    ChangedMeanwhile: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ChangedMeanwhileProblem'];
      };
    };
    /** @description `CHECK_IN_NOT_AUTHENTIC` */
    CheckInNotAuthentic: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['CheckInNotAuthenticProblem'];
      };
    };
    /** @description `CURSOR_UNKNOWN` */
    CursorUnknown: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['CursorUnknownProblem'];
      };
    };
    /** @description `HEADERS_TOO_LARGE` */
    HeadersTooLarge: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['HeadersTooLargeProblem'];
      };
    };
    /** @description `IDEMPOTENCY_KEY_REUSED` */
    IdempotencyKeyReused: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['IdempotencyKeyReusedProblem'];
      };
    };
    /** @description `INTERNAL` */
    Internal: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['InternalProblem'];
      };
    };
    /** @description `INVALID_REQUEST` */
    InvalidRequest: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['InvalidRequestProblem'];
      };
    };
    /** @description `NOT_A_CUSTOMER` */
    NotACustomer: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['NotACustomerProblem'];
      };
    };
    /** @description `NOT_AUTHENTICATED` */
    NotAuthenticated: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        'WWW-Authenticate': components['headers']['WWWAuthenticate'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['NotAuthenticatedProblem'];
      };
    };
    /** @description `NOT_FOUND` */
    NotFound: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['NotFoundProblem'];
      };
    };
    /** @description `NOT_PERMITTED` */
    NotPermitted: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['NotPermittedProblem'];
      };
    };
    /** @description `PAIRING_EXPIRED` */
    PairingExpired: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['PairingExpiredProblem'];
      };
    };
    /** @description `PAIRING_PENDING` */
    PairingPending: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        'Retry-After': components['headers']['RetryAfter'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['PairingPendingProblem'];
      };
    };
    /** @description `PAIRING_REFUSED` */
    PairingRefused: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['PairingRefusedProblem'];
      };
    };
    /** @description `PAIRING_UNKNOWN` */
    PairingUnknown: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['PairingUnknownProblem'];
      };
    };
    /** @description `REQUEST_IN_PROGRESS` */
    RequestInProgress: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        'Retry-After': components['headers']['RetryAfter'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['RequestInProgressProblem'];
      };
    };
    /** @description `SERVER_RETIRED` */
    ServerRetired: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ServerRetiredProblem'];
      };
    };
    /** @description `SERVICE_NOT_ENTITLED` */
    ServiceNotEntitled: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['ServiceNotEntitledProblem'];
      };
    };
    /** @description `TOKEN_UNKNOWN` */
    TokenUnknown: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['TokenUnknownProblem'];
      };
    };
    /** @description `TOO_LARGE` */
    TooLarge: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['TooLargeProblem'];
      };
    };
    /** @description `TOO_MANY_REQUESTS` */
    TooManyRequests: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        'Retry-After': components['headers']['RetryAfter'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['TooManyRequestsProblem'];
      };
    };
    /** @description `UNSUPPORTED_CONTENT_TYPE` */
    UnsupportedContentType: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['UnsupportedContentTypeProblem'];
      };
    };
    /** @description `VERSION_TOO_OLD` */
    VersionTooOld: {
      headers: {
        'Request-Id': components['headers']['RequestId'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['VersionTooOldProblem'];
      };
    };
  };
  parameters: {
    /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
    IdempotencyKey: string;
    /** @description The ETag of the answer before: 304 while nothing else is to be said */
    IfNoneMatch: string;
    /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
    RequestId: string;
  };
  requestBodies: never;
  headers: {
    /** @description Whether there is another license document than the one that is held */
    Changed: 'yes' | 'no';
    /** @description What the next check-in presents as `chk` */
    CheckInNumber: string;
    /**
     * @description What the answer says, as `If-Match` and `If-None-Match` name it
     * @example "7"
     */
    ETag: string;
    /** @description `true` where this is the first answer to the same key, and nothing was done now */
    IdempotentReplayed: 'true';
    /** @description Where to read what was made */
    Location: string;
    /** @description By which to speak of this answer: what the request said, else what was made for it */
    RequestId: string;
    /** @description After how many seconds to send the same again */
    RetryAfter: number;
    /** @description RFC 6750 */
    WWWAuthenticate: 'Bearer';
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  readSigningKeys: {
    parameters: {
      query?: never;
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JwkSet'];
        };
      };
      400: components['responses']['InvalidRequest'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
    };
  };
  readHealth: {
    parameters: {
      query?: never;
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Alive'];
        };
      };
      400: components['responses']['InvalidRequest'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
    };
  };
  readMetrics: {
    parameters: {
      query?: never;
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      400: components['responses']['InvalidRequest'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
    };
  };
  readReadiness: {
    parameters: {
      query?: never;
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Readiness'];
        };
      };
      400: components['responses']['InvalidRequest'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  listAccounts: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the answer before */
        cursor?: string;
        kind?: components['schemas']['AccountKind'];
        limit?: number;
        /** @description Part of the id or the name, in any case */
        q?: string;
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountPage'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  readAccount: {
    parameters: {
      query?: never;
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Account'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedAddressProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      414: components['responses']['AddressTooLong'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  changeAccount: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of an earlier answer: 412 when what it is about has changed since */
        'If-Match'?: string;
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AccountChange'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Account'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      409: components['responses']['RequestInProgress'];
      412: components['responses']['ChangedMeanwhile'];
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  changeAccountFields: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of an earlier answer: 412 when what it is about has changed since */
        'If-Match'?: string;
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AccountFields'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Account'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      409: components['responses']['RequestInProgress'];
      412: components['responses']['ChangedMeanwhile'];
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  correctAddress: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddressCorrection'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CorrectedAddress'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      409: components['responses']['RequestInProgress'];
      412: components['responses']['ChangedMeanwhile'];
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `TEMPORAL_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['TemporalUnavailableProblem'];
        };
      };
    };
  };
  listAssignable: {
    parameters: {
      query?: {
        /** @description Case-sensitive */
        application?: string;
        /** @description `nextCursor` of the answer before */
        cursor?: string;
        limit?: number;
        /** @description Case-sensitive */
        server?: string;
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Assignable'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedAddressProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      414: components['responses']['AddressTooLong'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  assignCapacities: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewAssignments'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Assignments'];
        };
      };
      /** @description Accepted */
      202: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Assignments'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      409: components['responses']['RequestInProgress'];
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  readDomains: {
    parameters: {
      query?: never;
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignInDomains'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedAddressProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      414: components['responses']['AddressTooLong'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  setDomains: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignInDomains'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignInDomains'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      /** @description `DOMAIN_TAKEN`, `REQUEST_IN_PROGRESS` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DomainTakenProblem'] | components['schemas']['RequestInProgressProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  listEmergencies: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the answer before */
        cursor?: string;
        limit?: number;
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Emergencies'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedAddressProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      414: components['responses']['AddressTooLong'];
      422: components['responses']['NotACustomer'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  declareEmergency: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewEmergency'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          Location: components['headers']['Location'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Order'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      /** @description `APPLICATION_UNKNOWN`, `NOT_FOUND` */
      404: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['ApplicationUnknownProblem'] | components['schemas']['NotFoundProblem'];
        };
      };
      /** @description `EMERGENCIES_USED_UP`, `EMERGENCY_TOO_LARGE`, `ORDER_NUMBER_TAKEN`, `REQUEST_IN_PROGRESS` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['EmergenciesUsedUpProblem']
            | components['schemas']['EmergencyTooLargeProblem']
            | components['schemas']['OrderNumberTakenProblem']
            | components['schemas']['RequestInProgressProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      /** @description `IDEMPOTENCY_KEY_REUSED`, `NOT_A_CUSTOMER` */
      422: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['IdempotencyKeyReusedProblem'] | components['schemas']['NotACustomerProblem'];
        };
      };
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `ORDER_NOT_REPAIRED`, `TEMPORAL_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OrderNotRepairedProblem']
            | components['schemas']['TemporalUnavailableProblem'];
        };
      };
    };
  };
  listAccountEvents: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the answer before */
        cursor?: string;
        limit?: number;
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EventPage'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedAddressProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      414: components['responses']['AddressTooLong'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  readHistory: {
    parameters: {
      query?: never;
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['History'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedAddressProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      414: components['responses']['AddressTooLong'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  readIdentityProvider: {
    parameters: {
      query?: never;
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IdentityProvider'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedAddressProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      414: components['responses']['AddressTooLong'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  setIdentityProvider: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IdentityProviderChange'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IdentityProvider'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      /** @description `IDENTITY_PROVIDER_UNPROVEN`, `REQUEST_IN_PROGRESS` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['IdentityProviderUnprovenProblem']
            | components['schemas']['RequestInProgressProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  removeIdentityProvider: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description There is none */
      204: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      409: components['responses']['RequestInProgress'];
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  checkIdentityProvider: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['IdentityProviderCheck'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      409: components['responses']['RequestInProgress'];
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  listKeys: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the answer before */
        cursor?: string;
        limit?: number;
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['KeyPage'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedAddressProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      414: components['responses']['AddressTooLong'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  makeKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewKey'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MadeKey'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      /** @description `KEY_REVOKED`, `REQUEST_IN_PROGRESS`, `TOO_MANY_KEYS` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['KeyRevokedProblem']
            | components['schemas']['RequestInProgressProblem']
            | components['schemas']['TooManyKeysProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  revokeKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
        /**
         * @description Case-sensitive
         * @example 0f6c3a52-8c4e-4a6b-9d0e-5b1c7f2e3a44
         */
        key: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is revoked */
      204: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      409: components['responses']['RequestInProgress'];
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  listLicenses: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the answer before */
        cursor?: string;
        limit?: number;
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LicensePage'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedAddressProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      414: components['responses']['AddressTooLong'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  listAccountMails: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the answer before */
        cursor?: string;
        limit?: number;
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MailPage'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedAddressProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      414: components['responses']['AddressTooLong'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  moveCapacity: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewMove'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Move'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      /** @description `APPLICATION_UNKNOWN`, `NOT_FOUND` */
      404: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['ApplicationUnknownProblem'] | components['schemas']['NotFoundProblem'];
        };
      };
      /** @description `CHANGE_IN_PROGRESS`, `INSUFFICIENT_CAPACITY`, `LEFT_FREE`, `ONLINE_REQUIRED`, `REQUEST_IN_PROGRESS`, `RETURN_REQUIRED`, `STANDBY_HOLDS_NOTHING` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['ChangeInProgressProblem']
            | components['schemas']['InsufficientCapacityProblem']
            | components['schemas']['LeftFreeProblem']
            | components['schemas']['OnlineRequiredProblem']
            | components['schemas']['RequestInProgressProblem']
            | components['schemas']['ReturnRequiredProblem']
            | components['schemas']['StandbyHoldsNothingProblem'];
        };
      };
      410: components['responses']['ServerRetired'];
      412: components['responses']['ChangedMeanwhile'];
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `ORDER_NOT_ANSWERING`, `OUTCOME_UNKNOWN`, `ROLLING_OVER`, `TEMPORAL_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OrderNotAnsweringProblem']
            | components['schemas']['OutcomeUnknownProblem']
            | components['schemas']['RollingOverProblem']
            | components['schemas']['TemporalUnavailableProblem'];
        };
      };
    };
  };
  listSellers: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the answer before */
        cursor?: string;
        limit?: number;
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SellerPage'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedAddressProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      414: components['responses']['AddressTooLong'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  restoreSeller: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
        /**
         * @description Case-sensitive
         * @example northwind-voice
         */
        seller: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Seller'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      409: components['responses']['RequestInProgress'];
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  endSeller: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
        /**
         * @description Case-sensitive
         * @example northwind-voice
         */
        seller: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It has ended */
      204: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      409: components['responses']['RequestInProgress'];
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  listServers: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the answer before */
        cursor?: string;
        limit?: number;
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServerPage'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedAddressProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      414: components['responses']['AddressTooLong'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  registerServer: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewServer'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          Location: components['headers']['Location'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Server'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      /** @description `NAME_TAKEN`, `ONLINE_REQUIRED`, `REQUEST_IN_PROGRESS`, `STANDBY_OF_STANDBY`, `STANDBY_ROLE`, `STANDBY_TAKEN` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['NameTakenProblem']
            | components['schemas']['OnlineRequiredProblem']
            | components['schemas']['RequestInProgressProblem']
            | components['schemas']['StandbyOfStandbyProblem']
            | components['schemas']['StandbyRoleProblem']
            | components['schemas']['StandbyTakenProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      /** @description `IDEMPOTENCY_KEY_REUSED`, `NOT_A_CUSTOMER` */
      422: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['IdempotencyKeyReusedProblem'] | components['schemas']['NotACustomerProblem'];
        };
      };
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `OUTCOME_UNKNOWN`, `TEMPORAL_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OutcomeUnknownProblem']
            | components['schemas']['TemporalUnavailableProblem'];
        };
      };
    };
  };
  listWaitingTokens: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the answer before */
        cursor?: string;
        limit?: number;
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WaitingTokenPage'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedAddressProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      414: components['responses']['AddressTooLong'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  listWebhooks: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the answer before */
        cursor?: string;
        limit?: number;
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookPage'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedAddressProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      414: components['responses']['AddressTooLong'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  addWebhook: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewWebhook'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          Location: components['headers']['Location'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AddedWebhook'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      /** @description `REQUEST_IN_PROGRESS`, `TOO_MANY_WEBHOOKS` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['RequestInProgressProblem'] | components['schemas']['TooManyWebhooksProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  readWebhook: {
    parameters: {
      query?: never;
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
        /**
         * @description Case-sensitive
         * @example whk_pymLNVxvz2B6dlZOcLBR
         */
        webhook: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedAddressProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      414: components['responses']['AddressTooLong'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  removeWebhook: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
        /**
         * @description Case-sensitive
         * @example whk_pymLNVxvz2B6dlZOcLBR
         */
        webhook: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is removed */
      204: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      409: components['responses']['RequestInProgress'];
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  changeWebhook: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
        /**
         * @description Case-sensitive
         * @example whk_pymLNVxvz2B6dlZOcLBR
         */
        webhook: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WebhookChange'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      409: components['responses']['RequestInProgress'];
      410: components['responses']['CursorUnknown'];
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  listDeliveries: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the answer before */
        cursor?: string;
        limit?: number;
        state?: 'waiting' | 'delivered' | 'failed';
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
        /**
         * @description Case-sensitive
         * @example whk_pymLNVxvz2B6dlZOcLBR
         */
        webhook: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookDeliveryPage'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedAddressProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      414: components['responses']['AddressTooLong'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  deliverAgain: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example evt_qGjQFXCYigZkKEj4Cdi9PwkG
         */
        event: string;
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
        /**
         * @description Case-sensitive
         * @example whk_pymLNVxvz2B6dlZOcLBR
         */
        webhook: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Accepted */
      202: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AskedAgain'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      /** @description `REQUEST_IN_PROGRESS`, `WEBHOOK_DISABLED` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['RequestInProgressProblem'] | components['schemas']['WebhookDisabledProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  makeWebhookSecret: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
        /**
         * @description Case-sensitive
         * @example whk_pymLNVxvz2B6dlZOcLBR
         */
        webhook: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Created */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookSecret'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      409: components['responses']['RequestInProgress'];
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  testWebhook: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example acme-hotels
         */
        id: string;
        /**
         * @description Case-sensitive
         * @example whk_pymLNVxvz2B6dlZOcLBR
         */
        webhook: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Attempt'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      409: components['responses']['RequestInProgress'];
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  activateServer: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Activation'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          'Check-In-Number': components['headers']['CheckInNumber'];
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Activated'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedBodyProblem'];
        };
      };
      404: components['responses']['TokenUnknown'];
      /** @description `ALREADY_RETURNED`, `NOTHING_ASSIGNED`, `ONLINE_REQUIRED`, `REQUEST_IN_PROGRESS`, `RETURN_REQUIRED`, `TOKEN_BOUND_ELSEWHERE`, `TOO_MANY_MACHINES`, `TOO_MANY_REINSTALLS` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['AlreadyReturnedProblem']
            | components['schemas']['NothingAssignedProblem']
            | components['schemas']['OnlineRequiredProblem']
            | components['schemas']['RequestInProgressProblem']
            | components['schemas']['ReturnRequiredProblem']
            | components['schemas']['TokenBoundElsewhereProblem']
            | components['schemas']['TooManyMachinesProblem']
            | components['schemas']['TooManyReinstallsProblem'];
        };
      };
      /** @description `SERVER_RETIRED`, `TOKEN_ROTATED` */
      410: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['ServerRetiredProblem'] | components['schemas']['TokenRotatedProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedContentType'];
      /** @description `IDEMPOTENCY_KEY_REUSED`, `VERSION_TOO_OLD` */
      422: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['IdempotencyKeyReusedProblem'] | components['schemas']['VersionTooOldProblem'];
        };
      };
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `OUTCOME_UNKNOWN`, `ROLLING_OVER`, `SERVER_NOT_REPAIRED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OutcomeUnknownProblem']
            | components['schemas']['RollingOverProblem']
            | components['schemas']['ServerNotRepairedProblem'];
        };
      };
    };
  };
  leave: {
    parameters: {
      query?: never;
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It has left */
      204: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedBodyProblem'];
        };
      };
      /** @description `CHECK_IN_NOT_AUTHENTIC`, `KEY_REPLACED`, `NOT_ACTIVATED` */
      401: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['CheckInNotAuthenticProblem']
            | components['schemas']['KeyReplacedProblem']
            | components['schemas']['NotActivatedProblem'];
        };
      };
      /** @description `SERVER_RETIRED`, `TOKEN_ROTATED` */
      410: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['ServerRetiredProblem'] | components['schemas']['TokenRotatedProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedContentType'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `OUTCOME_UNKNOWN`, `ROLLING_OVER`, `SERVER_NOT_REPAIRED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OutcomeUnknownProblem']
            | components['schemas']['RollingOverProblem']
            | components['schemas']['ServerNotRepairedProblem'];
        };
      };
    };
  };
  listActivity: {
    parameters: {
      query?: {
        /** @description Events of this customer’s orders and servers, or of this account */
        account?: string;
        /** @description Who had it happen, as events say it */
        by?: string;
        /** @description `nextCursor` of the answer before */
        cursor?: string;
        /** @description Of orders with their links and e-mails, of servers, of accounts with their people, or of advisories */
        kind?: 'orders' | 'servers' | 'accounts' | 'advisories';
        limit?: number;
        /** @description What happened then or later */
        since?: string;
        /** @description Events of these types alone, with commas between them */
        types?: string;
        /** @description What happened before */
        until?: string;
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ActivityPage'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  listAdvisories: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the answer before */
        cursor?: string;
        limit?: number;
        /** @description Those alone that are not withdrawn */
        open?: 'true';
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AdvisoryPage'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  publishAdvisory: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewAdvisory'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          Location: components['headers']['Location'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Advisory'];
        };
      };
      /** @description Created */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          Location: components['headers']['Location'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Advisory'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      /** @description `ADVISORY_ID_TAKEN`, `REQUEST_IN_PROGRESS`, `TOO_MANY_ADVISORIES` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['AdvisoryIdTakenProblem']
            | components['schemas']['RequestInProgressProblem']
            | components['schemas']['TooManyAdvisoriesProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  readAdvisory: {
    parameters: {
      query?: never;
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example ADV-2026-7
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Advisory'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedAddressProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      414: components['responses']['AddressTooLong'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  withdrawAdvisory: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example ADV-2026-7
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is withdrawn */
      204: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      409: components['responses']['RequestInProgress'];
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  listAffectedServers: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the answer before */
        cursor?: string;
        limit?: number;
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example ADV-2026-7
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AffectedServerPage'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedAddressProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      414: components['responses']['AddressTooLong'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  listApplications: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the answer before */
        cursor?: string;
        limit?: number;
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ApplicationPage'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  listBatches: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the answer before */
        cursor?: string;
        /** @description What its items are: the body of their own call, of the last three kinds with `order` */
        kind?: 'orders' | 'renewals' | 'expansions' | 'cancellations';
        limit?: number;
        state?: 'running' | 'paused' | 'done' | 'canceled';
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BatchPage'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  postBatch: {
    parameters: {
      query?: {
        /** @description What its items are: the body of their own call, of the last three kinds with `order` */
        kind?: 'orders' | 'renewals' | 'expansions' | 'cancellations';
        preview?: boolean;
      };
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PostedBatch'];
        'application/x-ndjson': string;
        'text/csv': string;
      };
    };
    responses: {
      /** @description Accepted */
      202: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          Location: components['headers']['Location'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReceivedBatch'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      409: components['responses']['RequestInProgress'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `TEMPORAL_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['TemporalUnavailableProblem'];
        };
      };
    };
  };
  readBatch: {
    parameters: {
      query?: never;
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example 2b1c7a52-1a6e-4c56-9a3c-5a1d1f3f6e90
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Batch'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedAddressProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      414: components['responses']['AddressTooLong'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  cancelBatch: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example 2b1c7a52-1a6e-4c56-9a3c-5a1d1f3f6e90
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Accepted */
      202: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Batch'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      /** @description `BATCH_OVER`, `REQUEST_IN_PROGRESS` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['BatchOverProblem'] | components['schemas']['RequestInProgressProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `TEMPORAL_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['TemporalUnavailableProblem'];
        };
      };
    };
  };
  listBatchItems: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the answer before */
        cursor?: string;
        limit?: number;
        outcome?: 'done' | 'refused' | 'waiting';
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example 2b1c7a52-1a6e-4c56-9a3c-5a1d1f3f6e90
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BatchItemPage'];
          'text/csv': string;
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedAddressProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      414: components['responses']['AddressTooLong'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  pauseBatch: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example 2b1c7a52-1a6e-4c56-9a3c-5a1d1f3f6e90
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Accepted */
      202: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Batch'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      /** @description `BATCH_OVER`, `REQUEST_IN_PROGRESS` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['BatchOverProblem'] | components['schemas']['RequestInProgressProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `TEMPORAL_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['TemporalUnavailableProblem'];
        };
      };
    };
  };
  resumeBatch: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example 2b1c7a52-1a6e-4c56-9a3c-5a1d1f3f6e90
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Accepted */
      202: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Batch'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      /** @description `BATCH_OVER`, `REQUEST_IN_PROGRESS` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['BatchOverProblem'] | components['schemas']['RequestInProgressProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `TEMPORAL_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['TemporalUnavailableProblem'];
        };
      };
    };
  };
  listAllEmergencies: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the answer before */
        cursor?: string;
        limit?: number;
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EmergencyPage'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  readFeed: {
    parameters: {
      query?: {
        /** @description Events of this customer’s orders and servers, or of this account */
        account?: string;
        /** @description `nextCursor` of the answer before; `end` for the cursor of the end. From the beginning without it */
        after?: string;
        limit?: number;
        /** @description Case-sensitive */
        order?: string;
        /** @description Case-sensitive */
        server?: string;
        /** @description Events of these types alone, with commas between them */
        types?: string;
        /** @description Where nothing is there: how many seconds to wait until something is */
        wait?: number;
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FeedPage'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      410: components['responses']['CursorUnknown'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  stateIntents: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IntentOfMany'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StatedIntents'];
        };
      };
      /** @description Accepted */
      202: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StatedIntents'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      409: components['responses']['RequestInProgress'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  checkIn: {
    parameters: {
      query?: never;
      header?: {
        /** @description The ETag of the answer before: 304 while nothing else is to be said */
        'If-None-Match'?: components['parameters']['IfNoneMatch'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The license document */
      200: {
        headers: {
          'Check-In-Number': components['headers']['CheckInNumber'];
          ETag: components['headers']['ETag'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/jwt': string;
        };
      };
      /** @description Unchanged */
      304: {
        headers: {
          'Check-In-Number': components['headers']['CheckInNumber'];
          ETag: components['headers']['ETag'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['InvalidRequest'];
      /** @description `CHECK_IN_NOT_AUTHENTIC`, `KEY_REPLACED`, `NOT_ACTIVATED` */
      401: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['CheckInNotAuthenticProblem']
            | components['schemas']['KeyReplacedProblem']
            | components['schemas']['NotActivatedProblem'];
        };
      };
      /** @description `SERVER_RETIRED`, `TOKEN_ROTATED` */
      410: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['ServerRetiredProblem'] | components['schemas']['TokenRotatedProblem'];
        };
      };
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `SERVER_NOT_REPAIRED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['ServerNotRepairedProblem'];
        };
      };
    };
  };
  waitForLicense: {
    parameters: {
      query?: never;
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LicenseWait'];
      };
    };
    responses: {
      /** @description `Changed` says whether there is another document */
      204: {
        headers: {
          Changed: components['headers']['Changed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedBodyProblem'];
        };
      };
      /** @description `CHECK_IN_NOT_AUTHENTIC`, `KEY_REPLACED`, `NOT_ACTIVATED` */
      401: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['CheckInNotAuthenticProblem']
            | components['schemas']['KeyReplacedProblem']
            | components['schemas']['NotActivatedProblem'];
        };
      };
      /** @description `SERVER_RETIRED`, `TOKEN_ROTATED` */
      410: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['ServerRetiredProblem'] | components['schemas']['TokenRotatedProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedContentType'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `SERVER_NOT_REPAIRED`, `STOPPING` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['ServerNotRepairedProblem']
            | components['schemas']['StoppingProblem'];
        };
      };
    };
  };
  listLines: {
    parameters: {
      query?: {
        /** @description A key of the catalogue */
        application?: string;
        /** @description `nextCursor` of the answer before */
        cursor?: string;
        /** @description Case-sensitive */
        customer?: string;
        /** @description The last day is this or a later one */
        endsFrom?: string;
        /** @description The last day is this or an earlier one */
        endsTo?: string;
        /** @description What is meant to be done at its end; not for customers */
        intent?: 'renew' | 'end' | 'undecided';
        limit?: number;
        metadata?: {
          [key: string]: string;
        };
        /** @description The buyer's own number */
        purchaseOrder?: string;
        /** @description Part of the number, of the purchase order, or of a party's id or name, in any case */
        q?: string;
        /** @description Named as reseller or as distributor */
        reseller?: string;
        /** @description At this moment */
        state?: 'upcoming' | 'active' | 'expiring' | 'grace' | 'expired' | 'canceled';
        status?: components['schemas']['OrderStatus'];
        /** @description What the last day ends: a term, or the care of a perpetual license; without it both and neither */
        what?: 'term' | 'care';
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LineOfOrderPage'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  listOrders: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the answer before */
        cursor?: string;
        /** @description Case-sensitive */
        customer?: string;
        /** @description The last day of a line, or of its care, is this or a later one */
        endsFrom?: string;
        /** @description Of the same line: this or an earlier one */
        endsTo?: string;
        limit?: number;
        /** @description Whether anything of it waits to be unlocked that the caller may see */
        locked?: boolean;
        /** @description The state of the newest e-mail of any delivery that the caller may see */
        mail?: 'due' | 'sent' | 'delivered' | 'bounced' | 'unknown' | 'superseded';
        metadata?: {
          [key: string]: string;
        };
        /** @description The buyer's own number */
        purchaseOrder?: string;
        /** @description Part of the number, of the purchase order, or of a party's id or name, in any case */
        q?: string;
        /** @description Named as reseller or as distributor */
        reseller?: string;
        /** @description The stage of what is unlocked: a locked expansion is found by `locked` */
        stage?: 'locked' | 'unlocked' | 'assigned' | 'activated';
        status?: components['schemas']['OrderStatus'];
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderPage'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  placeOrder: {
    parameters: {
      query?: {
        /** @description With `true` the answer is what would happen, or the very refusal, and nothing does */
        preview?: boolean;
      };
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description `wait=1` waits that many seconds, at most 10, for the order to be delivered; the answer is the same where it is not */
        Prefer?: string;
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PostedOrder'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          Location: components['headers']['Location'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Order'] | components['schemas']['OrderPreview'];
        };
      };
      /** @description Created */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          Location: components['headers']['Location'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Order'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      /** @description `ACCOUNT_KIND_DIFFERS`, `ORDER_NUMBER_TAKEN`, `REQUEST_IN_PROGRESS` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['AccountKindDiffersProblem']
            | components['schemas']['OrderNumberTakenProblem']
            | components['schemas']['RequestInProgressProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `ORDER_NOT_REPAIRED`, `TEMPORAL_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OrderNotRepairedProblem']
            | components['schemas']['TemporalUnavailableProblem'];
        };
      };
    };
  };
  readOrder: {
    parameters: {
      query?: never;
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example SO-2026-00117
         */
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Order'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedAddressProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      414: components['responses']['AddressTooLong'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `ORDER_NOT_REPAIRED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OrderNotRepairedProblem'];
        };
      };
    };
  };
  amendOrder: {
    parameters: {
      query?: {
        /** @description With `true` the answer is what would happen, or the very refusal, and nothing does */
        preview?: boolean;
      };
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example SO-2026-00117
         */
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Amendment'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderPreview'];
        };
      };
      /** @description Accepted */
      202: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Applied'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      /** @description `ACCOUNT_KIND_DIFFERS`, `ALREADY_CHANGED`, `ALREADY_EXPANDED`, `ALREADY_UNLOCKED`, `ORDER_CANCELED`, `ORDER_ENDED`, `ORDER_NUMBER_TAKEN`, `REFERENCE_TAKEN`, `REQUEST_IN_PROGRESS`, `TOO_MANY_LINES` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['AccountKindDiffersProblem']
            | components['schemas']['AlreadyChangedProblem']
            | components['schemas']['AlreadyExpandedProblem']
            | components['schemas']['AlreadyUnlockedProblem']
            | components['schemas']['OrderCanceledProblem']
            | components['schemas']['OrderEndedProblem']
            | components['schemas']['OrderNumberTakenProblem']
            | components['schemas']['ReferenceTakenProblem']
            | components['schemas']['RequestInProgressProblem']
            | components['schemas']['TooManyLinesProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `ORDER_NOT_REPAIRED`, `TEMPORAL_UNAVAILABLE`, `TIME_ZONE_CHANGED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OrderNotRepairedProblem']
            | components['schemas']['TemporalUnavailableProblem']
            | components['schemas']['TimeZoneChangedProblem'];
        };
      };
    };
  };
  cancelOrder: {
    parameters: {
      query?: {
        /** @description With `true` the answer is what would happen, or the very refusal, and nothing does */
        preview?: boolean;
      };
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example SO-2026-00117
         */
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Cancellation'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderPreview'];
        };
      };
      /** @description Accepted */
      202: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Applied'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      /** @description `LINE_UNKNOWN`, `NOT_FOUND` */
      404: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['LineUnknownProblem'] | components['schemas']['NotFoundProblem'];
        };
      };
      /** @description `LINE_CANCELED`, `ORDER_CANCELED`, `ORDER_ENDED`, `ORDER_NUMBER_TAKEN`, `REFERENCE_TAKEN`, `REQUEST_IN_PROGRESS` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['LineCanceledProblem']
            | components['schemas']['OrderCanceledProblem']
            | components['schemas']['OrderEndedProblem']
            | components['schemas']['OrderNumberTakenProblem']
            | components['schemas']['ReferenceTakenProblem']
            | components['schemas']['RequestInProgressProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `ORDER_NOT_REPAIRED`, `TEMPORAL_UNAVAILABLE`, `TIME_ZONE_CHANGED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OrderNotRepairedProblem']
            | components['schemas']['TemporalUnavailableProblem']
            | components['schemas']['TimeZoneChangedProblem'];
        };
      };
    };
  };
  withdrawCancellation: {
    parameters: {
      query?: {
        /** @description With `true` the answer is what would happen, or the very refusal, and nothing does */
        preview?: boolean;
      };
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example SO-2026-00117
         */
        number: string;
        /**
         * @description The reference under which it was posted
         * @example REN-1
         */
        reference: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderPreview'];
        };
      };
      /** @description Accepted */
      202: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Applied'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      /** @description `NOT_FOUND`, `REFERENCE_UNKNOWN` */
      404: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['NotFoundProblem'] | components['schemas']['ReferenceUnknownProblem'];
        };
      };
      /** @description `NOT_THE_NEWEST`, `ORDER_CANCELED`, `ORDER_ENDED`, `ORDER_NUMBER_TAKEN`, `REQUEST_IN_PROGRESS`, `TOO_LATE_TO_WITHDRAW` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['NotTheNewestProblem']
            | components['schemas']['OrderCanceledProblem']
            | components['schemas']['OrderEndedProblem']
            | components['schemas']['OrderNumberTakenProblem']
            | components['schemas']['RequestInProgressProblem']
            | components['schemas']['TooLateToWithdrawProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `ORDER_NOT_REPAIRED`, `TEMPORAL_UNAVAILABLE`, `TIME_ZONE_CHANGED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OrderNotRepairedProblem']
            | components['schemas']['TemporalUnavailableProblem']
            | components['schemas']['TimeZoneChangedProblem'];
        };
      };
    };
  };
  listOrderChanges: {
    parameters: {
      query?: never;
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example SO-2026-00117
         */
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfferedChanges'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedAddressProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      414: components['responses']['AddressTooLong'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `ORDER_NOT_REPAIRED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OrderNotRepairedProblem'];
        };
      };
    };
  };
  convertLine: {
    parameters: {
      query?: {
        /** @description With `true` the answer is what would happen, or the very refusal, and nothing does */
        preview?: boolean;
      };
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example SO-2026-00117
         */
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Conversion'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderPreview'];
        };
      };
      /** @description Accepted */
      202: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Applied'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      /** @description `LINE_UNKNOWN`, `NOT_FOUND` */
      404: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['LineUnknownProblem'] | components['schemas']['NotFoundProblem'];
        };
      };
      /** @description `CONVERSION_NOT_POSSIBLE`, `LINE_CANCELED`, `ORDER_CANCELED`, `ORDER_ENDED`, `ORDER_NUMBER_TAKEN`, `REFERENCE_TAKEN`, `REQUEST_IN_PROGRESS` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['ConversionNotPossibleProblem']
            | components['schemas']['LineCanceledProblem']
            | components['schemas']['OrderCanceledProblem']
            | components['schemas']['OrderEndedProblem']
            | components['schemas']['OrderNumberTakenProblem']
            | components['schemas']['ReferenceTakenProblem']
            | components['schemas']['RequestInProgressProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `ORDER_NOT_REPAIRED`, `TEMPORAL_UNAVAILABLE`, `TIME_ZONE_CHANGED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OrderNotRepairedProblem']
            | components['schemas']['TemporalUnavailableProblem']
            | components['schemas']['TimeZoneChangedProblem'];
        };
      };
    };
  };
  lockDelivery: {
    parameters: {
      query?: {
        /** @description With `true` the answer is what would happen, or the very refusal, and nothing does */
        preview?: boolean;
      };
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example 1
         */
        delivery: string;
        /**
         * @description Case-sensitive
         * @example SO-2026-00117
         */
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Lock'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderPreview'];
        };
      };
      /** @description Accepted */
      202: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Applied'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      /** @description `DELIVERY_UNKNOWN`, `NOT_FOUND` */
      404: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DeliveryUnknownProblem'] | components['schemas']['NotFoundProblem'];
        };
      };
      /** @description `ORDER_CANCELED`, `ORDER_ENDED`, `ORDER_NUMBER_TAKEN`, `REFERENCE_TAKEN`, `REQUEST_IN_PROGRESS`, `STILL_ASSIGNED` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['OrderCanceledProblem']
            | components['schemas']['OrderEndedProblem']
            | components['schemas']['OrderNumberTakenProblem']
            | components['schemas']['ReferenceTakenProblem']
            | components['schemas']['RequestInProgressProblem']
            | components['schemas']['StillAssignedProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `ORDER_NOT_REPAIRED`, `TEMPORAL_UNAVAILABLE`, `TIME_ZONE_CHANGED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OrderNotRepairedProblem']
            | components['schemas']['TemporalUnavailableProblem']
            | components['schemas']['TimeZoneChangedProblem'];
        };
      };
    };
  };
  replaceUnlockLink: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example 1
         */
        delivery: string;
        /**
         * @description Case-sensitive
         * @example SO-2026-00117
         */
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Created */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnlockLink'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      /** @description `DELIVERY_UNKNOWN`, `NOT_FOUND` */
      404: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DeliveryUnknownProblem'] | components['schemas']['NotFoundProblem'];
        };
      };
      /** @description `ALREADY_UNLOCKED`, `ORDER_CANCELED`, `ORDER_ENDED`, `REQUEST_IN_PROGRESS` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['AlreadyUnlockedProblem']
            | components['schemas']['OrderCanceledProblem']
            | components['schemas']['OrderEndedProblem']
            | components['schemas']['RequestInProgressProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `ORDER_NOT_REPAIRED`, `TEMPORAL_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OrderNotRepairedProblem']
            | components['schemas']['TemporalUnavailableProblem'];
        };
      };
    };
  };
  listOrderEvents: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the answer before */
        cursor?: string;
        limit?: number;
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example SO-2026-00117
         */
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EventPage'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedAddressProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      414: components['responses']['AddressTooLong'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `ORDER_NOT_REPAIRED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OrderNotRepairedProblem'];
        };
      };
    };
  };
  expandOrder: {
    parameters: {
      query?: {
        /** @description With `true` the answer is what would happen, or the very refusal, and nothing does */
        preview?: boolean;
      };
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example SO-2026-00117
         */
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Expansion'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderPreview'];
        };
      };
      /** @description Accepted */
      202: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Applied'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      /** @description `LAST_DAY_MISSING`, `ORDER_CANCELED`, `ORDER_ENDED`, `ORDER_NUMBER_TAKEN`, `REFERENCE_TAKEN`, `REQUEST_IN_PROGRESS`, `TOO_MANY_LINES` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['LastDayMissingProblem']
            | components['schemas']['OrderCanceledProblem']
            | components['schemas']['OrderEndedProblem']
            | components['schemas']['OrderNumberTakenProblem']
            | components['schemas']['ReferenceTakenProblem']
            | components['schemas']['RequestInProgressProblem']
            | components['schemas']['TooManyLinesProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `ORDER_NOT_REPAIRED`, `TEMPORAL_UNAVAILABLE`, `TIME_ZONE_CHANGED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OrderNotRepairedProblem']
            | components['schemas']['TemporalUnavailableProblem']
            | components['schemas']['TimeZoneChangedProblem'];
        };
      };
    };
  };
  stateIntent: {
    parameters: {
      query?: {
        /** @description With `true` the answer is what would happen, or the very refusal, and nothing does */
        preview?: boolean;
      };
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example 1
         */
        line: string;
        /**
         * @description Case-sensitive
         * @example SO-2026-00117
         */
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Intent'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderPreview'];
        };
      };
      /** @description Accepted */
      202: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Applied'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      /** @description `LINE_UNKNOWN`, `NOT_FOUND` */
      404: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['LineUnknownProblem'] | components['schemas']['NotFoundProblem'];
        };
      };
      /** @description `LINE_CANCELED`, `ORDER_CANCELED`, `ORDER_ENDED`, `ORDER_NUMBER_TAKEN`, `REQUEST_IN_PROGRESS` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['LineCanceledProblem']
            | components['schemas']['OrderCanceledProblem']
            | components['schemas']['OrderEndedProblem']
            | components['schemas']['OrderNumberTakenProblem']
            | components['schemas']['RequestInProgressProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `ORDER_NOT_REPAIRED`, `TEMPORAL_UNAVAILABLE`, `TIME_ZONE_CHANGED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OrderNotRepairedProblem']
            | components['schemas']['TemporalUnavailableProblem']
            | components['schemas']['TimeZoneChangedProblem'];
        };
      };
    };
  };
  withdrawIntent: {
    parameters: {
      query?: {
        /** @description With `true` the answer is what would happen, or the very refusal, and nothing does */
        preview?: boolean;
      };
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example 1
         */
        line: string;
        /**
         * @description Case-sensitive
         * @example SO-2026-00117
         */
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderPreview'];
        };
      };
      /** @description Accepted */
      202: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Applied'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      /** @description `LINE_UNKNOWN`, `NOT_FOUND` */
      404: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['LineUnknownProblem'] | components['schemas']['NotFoundProblem'];
        };
      };
      /** @description `LINE_CANCELED`, `ORDER_CANCELED`, `ORDER_ENDED`, `ORDER_NUMBER_TAKEN`, `REQUEST_IN_PROGRESS` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['LineCanceledProblem']
            | components['schemas']['OrderCanceledProblem']
            | components['schemas']['OrderEndedProblem']
            | components['schemas']['OrderNumberTakenProblem']
            | components['schemas']['RequestInProgressProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `ORDER_NOT_REPAIRED`, `TEMPORAL_UNAVAILABLE`, `TIME_ZONE_CHANGED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OrderNotRepairedProblem']
            | components['schemas']['TemporalUnavailableProblem']
            | components['schemas']['TimeZoneChangedProblem'];
        };
      };
    };
  };
  listOrderMails: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the answer before */
        cursor?: string;
        limit?: number;
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example SO-2026-00117
         */
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MailPage'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedAddressProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      414: components['responses']['AddressTooLong'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `ORDER_NOT_REPAIRED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OrderNotRepairedProblem'];
        };
      };
    };
  };
  withdrawPlan: {
    parameters: {
      query?: {
        /** @description With `true` the answer is what would happen, or the very refusal, and nothing does */
        preview?: boolean;
      };
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example SO-2026-00117
         */
        number: string;
        /**
         * @description Case-sensitive
         * @example 1
         */
        plan: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderPreview'];
        };
      };
      /** @description Accepted */
      202: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Applied'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      /** @description `NOT_FOUND`, `PLAN_UNKNOWN` */
      404: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['NotFoundProblem'] | components['schemas']['PlanUnknownProblem'];
        };
      };
      /** @description `ORDER_CANCELED`, `ORDER_ENDED`, `ORDER_NUMBER_TAKEN`, `REQUEST_IN_PROGRESS` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['OrderCanceledProblem']
            | components['schemas']['OrderEndedProblem']
            | components['schemas']['OrderNumberTakenProblem']
            | components['schemas']['RequestInProgressProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `ORDER_NOT_REPAIRED`, `TEMPORAL_UNAVAILABLE`, `TIME_ZONE_CHANGED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OrderNotRepairedProblem']
            | components['schemas']['TemporalUnavailableProblem']
            | components['schemas']['TimeZoneChangedProblem'];
        };
      };
    };
  };
  renewOrder: {
    parameters: {
      query?: {
        /** @description With `true` the answer is what would happen, or the very refusal, and nothing does */
        preview?: boolean;
      };
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example SO-2026-00117
         */
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Renewal'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderPreview'];
        };
      };
      /** @description Accepted */
      202: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Applied'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      /** @description `LINE_UNKNOWN`, `NOT_FOUND` */
      404: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['LineUnknownProblem'] | components['schemas']['NotFoundProblem'];
        };
      };
      /** @description `CAPACITY_NOT_REDUCED`, `EVALUATION_TOO_LONG`, `LINE_CANCELED`, `NOTHING_TO_RENEW`, `ORDER_CANCELED`, `ORDER_ENDED`, `ORDER_NUMBER_TAKEN`, `PERPETUAL_NOT_REDUCED`, `REFERENCE_TAKEN`, `REINSTATEMENT_OVER`, `RENEWAL_NOT_LATER`, `REQUEST_IN_PROGRESS` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['CapacityNotReducedProblem']
            | components['schemas']['EvaluationTooLongProblem']
            | components['schemas']['LineCanceledProblem']
            | components['schemas']['NothingToRenewProblem']
            | components['schemas']['OrderCanceledProblem']
            | components['schemas']['OrderEndedProblem']
            | components['schemas']['OrderNumberTakenProblem']
            | components['schemas']['PerpetualNotReducedProblem']
            | components['schemas']['ReferenceTakenProblem']
            | components['schemas']['ReinstatementOverProblem']
            | components['schemas']['RenewalNotLaterProblem']
            | components['schemas']['RequestInProgressProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `ORDER_NOT_REPAIRED`, `TEMPORAL_UNAVAILABLE`, `TIME_ZONE_CHANGED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OrderNotRepairedProblem']
            | components['schemas']['TemporalUnavailableProblem']
            | components['schemas']['TimeZoneChangedProblem'];
        };
      };
    };
  };
  withdrawRenewal: {
    parameters: {
      query?: {
        /** @description With `true` the answer is what would happen, or the very refusal, and nothing does */
        preview?: boolean;
      };
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example SO-2026-00117
         */
        number: string;
        /**
         * @description The reference under which it was posted
         * @example REN-1
         */
        reference: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderPreview'];
        };
      };
      /** @description Accepted */
      202: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Applied'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      /** @description `NOT_FOUND`, `REFERENCE_UNKNOWN` */
      404: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['NotFoundProblem'] | components['schemas']['ReferenceUnknownProblem'];
        };
      };
      /** @description `NOT_THE_NEWEST`, `ORDER_CANCELED`, `ORDER_ENDED`, `ORDER_NUMBER_TAKEN`, `REQUEST_IN_PROGRESS`, `TOO_LATE_TO_WITHDRAW` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['NotTheNewestProblem']
            | components['schemas']['OrderCanceledProblem']
            | components['schemas']['OrderEndedProblem']
            | components['schemas']['OrderNumberTakenProblem']
            | components['schemas']['RequestInProgressProblem']
            | components['schemas']['TooLateToWithdrawProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `ORDER_NOT_REPAIRED`, `TEMPORAL_UNAVAILABLE`, `TIME_ZONE_CHANGED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OrderNotRepairedProblem']
            | components['schemas']['TemporalUnavailableProblem']
            | components['schemas']['TimeZoneChangedProblem'];
        };
      };
    };
  };
  changeSeller: {
    parameters: {
      query?: {
        /** @description With `true` the answer is what would happen, or the very refusal, and nothing does */
        preview?: boolean;
      };
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example SO-2026-00117
         */
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SellerChange'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderPreview'];
        };
      };
      /** @description Accepted */
      202: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Applied'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      /** @description `ACCOUNT_KIND_DIFFERS`, `ORDER_CANCELED`, `ORDER_ENDED`, `ORDER_NUMBER_TAKEN`, `REFERENCE_TAKEN`, `REQUEST_IN_PROGRESS` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['AccountKindDiffersProblem']
            | components['schemas']['OrderCanceledProblem']
            | components['schemas']['OrderEndedProblem']
            | components['schemas']['OrderNumberTakenProblem']
            | components['schemas']['ReferenceTakenProblem']
            | components['schemas']['RequestInProgressProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `ORDER_NOT_REPAIRED`, `TEMPORAL_UNAVAILABLE`, `TIME_ZONE_CHANGED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OrderNotRepairedProblem']
            | components['schemas']['TemporalUnavailableProblem']
            | components['schemas']['TimeZoneChangedProblem'];
        };
      };
    };
  };
  suspendOrder: {
    parameters: {
      query?: {
        /** @description With `true` the answer is what would happen, or the very refusal, and nothing does */
        preview?: boolean;
      };
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example SO-2026-00117
         */
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Suspension'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderPreview'];
        };
      };
      /** @description Accepted */
      202: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Applied'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      /** @description `ORDER_CANCELED`, `ORDER_ENDED`, `ORDER_NUMBER_TAKEN`, `REQUEST_IN_PROGRESS` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['OrderCanceledProblem']
            | components['schemas']['OrderEndedProblem']
            | components['schemas']['OrderNumberTakenProblem']
            | components['schemas']['RequestInProgressProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `ORDER_NOT_REPAIRED`, `TEMPORAL_UNAVAILABLE`, `TIME_ZONE_CHANGED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OrderNotRepairedProblem']
            | components['schemas']['TemporalUnavailableProblem']
            | components['schemas']['TimeZoneChangedProblem'];
        };
      };
    };
  };
  resumeOrder: {
    parameters: {
      query?: {
        /** @description With `true` the answer is what would happen, or the very refusal, and nothing does */
        preview?: boolean;
      };
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example SO-2026-00117
         */
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderPreview'];
        };
      };
      /** @description Accepted */
      202: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Applied'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      /** @description `ORDER_CANCELED`, `ORDER_ENDED`, `ORDER_NUMBER_TAKEN`, `REQUEST_IN_PROGRESS` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['OrderCanceledProblem']
            | components['schemas']['OrderEndedProblem']
            | components['schemas']['OrderNumberTakenProblem']
            | components['schemas']['RequestInProgressProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `ORDER_NOT_REPAIRED`, `TEMPORAL_UNAVAILABLE`, `TIME_ZONE_CHANGED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OrderNotRepairedProblem']
            | components['schemas']['TemporalUnavailableProblem']
            | components['schemas']['TimeZoneChangedProblem'];
        };
      };
    };
  };
  changeTimeZone: {
    parameters: {
      query?: {
        /** @description With `true` the answer is what would happen, or the very refusal, and nothing does */
        preview?: boolean;
      };
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example SO-2026-00117
         */
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Relocation'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderPreview'];
        };
      };
      /** @description Accepted */
      202: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Applied'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      /** @description `ORDER_CANCELED`, `ORDER_ENDED`, `ORDER_NUMBER_TAKEN`, `REFERENCE_TAKEN`, `REQUEST_IN_PROGRESS` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['OrderCanceledProblem']
            | components['schemas']['OrderEndedProblem']
            | components['schemas']['OrderNumberTakenProblem']
            | components['schemas']['ReferenceTakenProblem']
            | components['schemas']['RequestInProgressProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `ORDER_NOT_REPAIRED`, `TEMPORAL_UNAVAILABLE`, `TIME_ZONE_CHANGED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OrderNotRepairedProblem']
            | components['schemas']['TemporalUnavailableProblem']
            | components['schemas']['TimeZoneChangedProblem'];
        };
      };
    };
  };
  transferOrder: {
    parameters: {
      query?: {
        /** @description With `true` the answer is what would happen, or the very refusal, and nothing does */
        preview?: boolean;
      };
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example SO-2026-00117
         */
        number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Transfer'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderPreview'];
        };
      };
      /** @description Accepted */
      202: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Applied'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      /** @description `ACCOUNT_KIND_DIFFERS`, `ORDER_CANCELED`, `ORDER_ENDED`, `ORDER_NUMBER_TAKEN`, `REFERENCE_TAKEN`, `REQUEST_IN_PROGRESS`, `STILL_ASSIGNED` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['AccountKindDiffersProblem']
            | components['schemas']['OrderCanceledProblem']
            | components['schemas']['OrderEndedProblem']
            | components['schemas']['OrderNumberTakenProblem']
            | components['schemas']['ReferenceTakenProblem']
            | components['schemas']['RequestInProgressProblem']
            | components['schemas']['StillAssignedProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `ORDER_NOT_REPAIRED`, `TEMPORAL_UNAVAILABLE`, `TIME_ZONE_CHANGED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OrderNotRepairedProblem']
            | components['schemas']['TemporalUnavailableProblem']
            | components['schemas']['TimeZoneChangedProblem'];
        };
      };
    };
  };
  unlockOrder: {
    parameters: {
      query?: {
        /** @description With `true` the answer is what would happen, or the very refusal, and nothing does */
        preview?: boolean;
      };
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example SO-2026-00117
         */
        number: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['Unlock'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderPreview'];
        };
      };
      /** @description Accepted */
      202: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Applied'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      /** @description `DELIVERY_UNKNOWN`, `NOT_FOUND` */
      404: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DeliveryUnknownProblem'] | components['schemas']['NotFoundProblem'];
        };
      };
      /** @description `ORDER_CANCELED`, `ORDER_ENDED`, `ORDER_NUMBER_TAKEN`, `REQUEST_IN_PROGRESS` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['OrderCanceledProblem']
            | components['schemas']['OrderEndedProblem']
            | components['schemas']['OrderNumberTakenProblem']
            | components['schemas']['RequestInProgressProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `ORDER_NOT_REPAIRED`, `TEMPORAL_UNAVAILABLE`, `TIME_ZONE_CHANGED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OrderNotRepairedProblem']
            | components['schemas']['TemporalUnavailableProblem']
            | components['schemas']['TimeZoneChangedProblem'];
        };
      };
    };
  };
  beginPairing: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewPairing'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Pairing'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedBodyProblem'];
        };
      };
      409: components['responses']['RequestInProgress'];
      410: components['responses']['PairingExpired'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedContentType'];
      /** @description `IDEMPOTENCY_KEY_REUSED`, `VERSION_TOO_OLD` */
      422: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['IdempotencyKeyReusedProblem'] | components['schemas']['VersionTooOldProblem'];
        };
      };
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  readPairing: {
    parameters: {
      query?: never;
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Created */
      201: {
        headers: {
          'Check-In-Number': components['headers']['CheckInNumber'];
          ETag: components['headers']['ETag'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Activated'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['CheckInNotAuthentic'];
      403: components['responses']['PairingRefused'];
      404: components['responses']['PairingUnknown'];
      /** @description `ALREADY_RETURNED`, `CHANGE_IN_PROGRESS`, `NOTHING_ASSIGNED`, `ONLINE_REQUIRED`, `RETURN_REQUIRED`, `TOKEN_BOUND_ELSEWHERE`, `TOO_MANY_MACHINES`, `TOO_MANY_REINSTALLS` */
      409: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['AlreadyReturnedProblem']
            | components['schemas']['ChangeInProgressProblem']
            | components['schemas']['NothingAssignedProblem']
            | components['schemas']['OnlineRequiredProblem']
            | components['schemas']['ReturnRequiredProblem']
            | components['schemas']['TokenBoundElsewhereProblem']
            | components['schemas']['TooManyMachinesProblem']
            | components['schemas']['TooManyReinstallsProblem'];
        };
      };
      /** @description `PAIRING_EXPIRED`, `SERVER_RETIRED`, `TOKEN_ROTATED` */
      410: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['PairingExpiredProblem']
            | components['schemas']['ServerRetiredProblem']
            | components['schemas']['TokenRotatedProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['VersionTooOld'];
      428: components['responses']['PairingPending'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `OUTCOME_UNKNOWN`, `ROLLING_OVER` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OutcomeUnknownProblem']
            | components['schemas']['RollingOverProblem'];
        };
      };
    };
  };
  listRenewals: {
    parameters: {
      query?: {
        /** @description A key of the catalogue */
        application?: string;
        /** @description `nextCursor` of the answer before */
        cursor?: string;
        /** @description Case-sensitive */
        customer?: string;
        /** @description Within so many days from today, as its customer counts them, or already, and can still be renewed */
        ends?: '30' | '60' | '90' | 'expired';
        /** @description The last day is this or a later one */
        endsFrom?: string;
        /** @description The last day is this or an earlier one */
        endsTo?: string;
        /** @description What is meant to be done at its end; not for customers */
        intent?: 'renew' | 'end' | 'undecided';
        limit?: number;
        /** @description Part of the order's number, of its purchase order, or of a party's id or name, in any case */
        q?: string;
        /** @description Named as reseller or as distributor */
        reseller?: string;
        /** @description What the last day ends: a term, or the care of a perpetual license */
        what?: 'term' | 'care';
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RenewalPage'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  search: {
    parameters: {
      query: {
        /** @description Of each kind */
        limit?: number;
        /** @description Words, each of which has to be found; neither accents nor case count */
        q: string;
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Found'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  listAllServers: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the answer before */
        cursor?: string;
        /** @description Case-sensitive */
        customer?: string;
        limit?: number;
        mode?: 'online' | 'offline';
        /** @description Parts of the name or the id, or how its machine’s name begins; neither accents nor case count */
        q?: string;
        /** @description Whether it has not been heard of for longer than it may */
        silent?: boolean;
        /** @description Without it all but those that are retired */
        state?: 'registered' | 'waiting' | 'activated' | 'retired';
        /** @description As it said last */
        version?: string;
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServerOfCustomerPage'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  readServer: {
    parameters: {
      query?: never;
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example srv_0a4b7c9d2e5f81634c7d
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Server'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedAddressProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      414: components['responses']['AddressTooLong'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `OUTCOME_UNKNOWN`, `SERVER_NOT_REPAIRED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OutcomeUnknownProblem']
            | components['schemas']['ServerNotRepairedProblem'];
        };
      };
    };
  };
  retireServer: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example srv_0a4b7c9d2e5f81634c7d
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is retired */
      204: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      /** @description `CHANGE_IN_PROGRESS`, `REQUEST_IN_PROGRESS`, `STILL_ASSIGNED` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['ChangeInProgressProblem']
            | components['schemas']['RequestInProgressProblem']
            | components['schemas']['StillAssignedProblem'];
        };
      };
      410: components['responses']['ServerRetired'];
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `OUTCOME_UNKNOWN`, `ROLLING_OVER`, `SERVER_NOT_REPAIRED`, `TEMPORAL_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OutcomeUnknownProblem']
            | components['schemas']['RollingOverProblem']
            | components['schemas']['ServerNotRepairedProblem']
            | components['schemas']['TemporalUnavailableProblem'];
        };
      };
    };
  };
  changeServer: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of an earlier answer: 412 when what it is about has changed since */
        'If-Match'?: string;
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example srv_0a4b7c9d2e5f81634c7d
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ServerChange'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Server'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      /** @description `CHANGE_IN_PROGRESS`, `NAME_TAKEN`, `ONLINE_REQUIRED`, `REQUEST_IN_PROGRESS`, `RETURN_REQUIRED`, `STANDBY_OF_STANDBY`, `STANDBY_ROLE`, `STANDBY_TAKEN`, `STILL_ASSIGNED`, `TEST_ROLE`, `TEST_UNITS_TAKEN` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['ChangeInProgressProblem']
            | components['schemas']['NameTakenProblem']
            | components['schemas']['OnlineRequiredProblem']
            | components['schemas']['RequestInProgressProblem']
            | components['schemas']['ReturnRequiredProblem']
            | components['schemas']['StandbyOfStandbyProblem']
            | components['schemas']['StandbyRoleProblem']
            | components['schemas']['StandbyTakenProblem']
            | components['schemas']['StillAssignedProblem']
            | components['schemas']['TestRoleProblem']
            | components['schemas']['TestUnitsTakenProblem'];
        };
      };
      410: components['responses']['ServerRetired'];
      412: components['responses']['ChangedMeanwhile'];
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `OUTCOME_UNKNOWN`, `ROLLING_OVER`, `SERVER_NOT_REPAIRED`, `TEMPORAL_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OutcomeUnknownProblem']
            | components['schemas']['RollingOverProblem']
            | components['schemas']['ServerNotRepairedProblem']
            | components['schemas']['TemporalUnavailableProblem'];
        };
      };
    };
  };
  setCapacity: {
    parameters: {
      query?: {
        /** @description With `true` the answer is what would happen, or the very refusal, and nothing does */
        preview?: boolean;
      };
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of an earlier answer: 412 when what it is about has changed since */
        'If-Match'?: string;
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example attendant-console
         */
        application: string;
        /**
         * @description Case-sensitive
         * @example srv_0a4b7c9d2e5f81634c7d
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CapacityChange'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Server'] | components['schemas']['ServerPreview'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      /** @description `APPLICATION_UNKNOWN`, `NOT_FOUND` */
      404: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['ApplicationUnknownProblem'] | components['schemas']['NotFoundProblem'];
        };
      };
      /** @description `CHANGE_IN_PROGRESS`, `INSUFFICIENT_CAPACITY`, `ONLINE_REQUIRED`, `REQUEST_IN_PROGRESS`, `RETURN_REQUIRED`, `STANDBY_HOLDS_NOTHING` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['ChangeInProgressProblem']
            | components['schemas']['InsufficientCapacityProblem']
            | components['schemas']['OnlineRequiredProblem']
            | components['schemas']['RequestInProgressProblem']
            | components['schemas']['ReturnRequiredProblem']
            | components['schemas']['StandbyHoldsNothingProblem'];
        };
      };
      410: components['responses']['ServerRetired'];
      412: components['responses']['ChangedMeanwhile'];
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `ORDER_NOT_ANSWERING`, `OUTCOME_UNKNOWN`, `ROLLING_OVER`, `SERVER_NOT_REPAIRED`, `TEMPORAL_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OrderNotAnsweringProblem']
            | components['schemas']['OutcomeUnknownProblem']
            | components['schemas']['RollingOverProblem']
            | components['schemas']['ServerNotRepairedProblem']
            | components['schemas']['TemporalUnavailableProblem'];
        };
      };
    };
  };
  listServerEvents: {
    parameters: {
      query?: {
        /** @description `nextCursor` of the answer before */
        cursor?: string;
        limit?: number;
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example srv_0a4b7c9d2e5f81634c7d
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EventPage'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedAddressProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      414: components['responses']['AddressTooLong'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `SERVER_NOT_REPAIRED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['ServerNotRepairedProblem'];
        };
      };
    };
  };
  activateOffline: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example srv_0a4b7c9d2e5f81634c7d
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OfflineRequest'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OfflineResponse'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      /** @description `NOT_FOUND`, `TOKEN_UNKNOWN` */
      404: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['NotFoundProblem'] | components['schemas']['TokenUnknownProblem'];
        };
      };
      /** @description `ALREADY_RETURNED`, `CHANGE_IN_PROGRESS`, `NOTHING_ASSIGNED`, `ONLINE_REQUIRED`, `REQUEST_IN_PROGRESS`, `RETURN_REQUIRED`, `TOKEN_BOUND_ELSEWHERE`, `TOO_MANY_MACHINES`, `TOO_MANY_REINSTALLS` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['AlreadyReturnedProblem']
            | components['schemas']['ChangeInProgressProblem']
            | components['schemas']['NothingAssignedProblem']
            | components['schemas']['OnlineRequiredProblem']
            | components['schemas']['RequestInProgressProblem']
            | components['schemas']['ReturnRequiredProblem']
            | components['schemas']['TokenBoundElsewhereProblem']
            | components['schemas']['TooManyMachinesProblem']
            | components['schemas']['TooManyReinstallsProblem'];
        };
      };
      /** @description `SERVER_RETIRED`, `TOKEN_ROTATED` */
      410: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['ServerRetiredProblem'] | components['schemas']['TokenRotatedProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      /** @description `IDEMPOTENCY_KEY_REUSED`, `VERSION_TOO_OLD` */
      422: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['IdempotencyKeyReusedProblem'] | components['schemas']['VersionTooOldProblem'];
        };
      };
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `OUTCOME_UNKNOWN`, `ROLLING_OVER`, `SERVER_NOT_REPAIRED`, `TEMPORAL_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OutcomeUnknownProblem']
            | components['schemas']['RollingOverProblem']
            | components['schemas']['ServerNotRepairedProblem']
            | components['schemas']['TemporalUnavailableProblem'];
        };
      };
    };
  };
  overrideOffline: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example srv_0a4b7c9d2e5f81634c7d
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OfflineOverride'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Server'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      /** @description `ALREADY_RETURNED`, `CHANGE_IN_PROGRESS`, `OTHER_DOCUMENT_OUT`, `REQUEST_IN_PROGRESS` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['AlreadyReturnedProblem']
            | components['schemas']['ChangeInProgressProblem']
            | components['schemas']['OtherDocumentOutProblem']
            | components['schemas']['RequestInProgressProblem'];
        };
      };
      410: components['responses']['ServerRetired'];
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `OUTCOME_UNKNOWN`, `ROLLING_OVER`, `SERVER_NOT_REPAIRED`, `TEMPORAL_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OutcomeUnknownProblem']
            | components['schemas']['RollingOverProblem']
            | components['schemas']['ServerNotRepairedProblem']
            | components['schemas']['TemporalUnavailableProblem'];
        };
      };
    };
  };
  returnOffline: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example srv_0a4b7c9d2e5f81634c7d
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OfflineReturn'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Server'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      /** @description `ALREADY_RETURNED`, `CHANGE_IN_PROGRESS`, `OTHER_DOCUMENT_OUT`, `REQUEST_IN_PROGRESS` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['AlreadyReturnedProblem']
            | components['schemas']['ChangeInProgressProblem']
            | components['schemas']['OtherDocumentOutProblem']
            | components['schemas']['RequestInProgressProblem'];
        };
      };
      410: components['responses']['ServerRetired'];
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `OUTCOME_UNKNOWN`, `ROLLING_OVER`, `SERVER_NOT_REPAIRED`, `TEMPORAL_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OutcomeUnknownProblem']
            | components['schemas']['RollingOverProblem']
            | components['schemas']['ServerNotRepairedProblem']
            | components['schemas']['TemporalUnavailableProblem'];
        };
      };
    };
  };
  listTakeovers: {
    parameters: {
      query?: never;
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example srv_0a4b7c9d2e5f81634c7d
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Takeovers'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedAddressProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      414: components['responses']['AddressTooLong'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `OUTCOME_UNKNOWN`, `SERVER_NOT_REPAIRED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OutcomeUnknownProblem']
            | components['schemas']['ServerNotRepairedProblem'];
        };
      };
    };
  };
  readToken: {
    parameters: {
      query?: never;
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example srv_0a4b7c9d2e5f81634c7d
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Token'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedAddressProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      /** @description `NOTHING_ASSIGNED`, `NOT_FOUND` */
      404: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['NothingAssignedProblem'] | components['schemas']['NotFoundProblem'];
        };
      };
      410: components['responses']['ServerRetired'];
      414: components['responses']['AddressTooLong'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `OUTCOME_UNKNOWN`, `SERVER_NOT_REPAIRED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OutcomeUnknownProblem']
            | components['schemas']['ServerNotRepairedProblem'];
        };
      };
    };
  };
  rotateToken: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /**
         * @description Case-sensitive
         * @example srv_0a4b7c9d2e5f81634c7d
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Created */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Token'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      /** @description `CHANGE_IN_PROGRESS`, `NOTHING_ASSIGNED`, `REQUEST_IN_PROGRESS` */
      409: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['ChangeInProgressProblem']
            | components['schemas']['NothingAssignedProblem']
            | components['schemas']['RequestInProgressProblem'];
        };
      };
      410: components['responses']['ServerRetired'];
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `OUTCOME_UNKNOWN`, `ROLLING_OVER`, `SERVER_NOT_REPAIRED`, `TEMPORAL_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['OutcomeUnknownProblem']
            | components['schemas']['RollingOverProblem']
            | components['schemas']['ServerNotRepairedProblem']
            | components['schemas']['TemporalUnavailableProblem'];
        };
      };
    };
  };
  makeServiceToken: {
    parameters: {
      query?: never;
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ServiceTokenRequest'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServiceToken'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedBodyProblem'];
        };
      };
      /** @description `CHECK_IN_NOT_AUTHENTIC`, `KEY_REPLACED`, `NOT_ACTIVATED` */
      401: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['CheckInNotAuthenticProblem']
            | components['schemas']['KeyReplacedProblem']
            | components['schemas']['NotActivatedProblem'];
        };
      };
      403: components['responses']['ServiceNotEntitled'];
      /** @description `SERVER_RETIRED`, `TOKEN_ROTATED` */
      410: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['ServerRetiredProblem'] | components['schemas']['TokenRotatedProblem'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedContentType'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE`, `SERVER_NOT_REPAIRED` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['DatabaseNotWritableProblem']
            | components['schemas']['DatabaseUnavailableProblem']
            | components['schemas']['ServerNotRepairedProblem'];
        };
      };
    };
  };
  readBrand: {
    parameters: {
      query?: never;
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Brand'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  changeBrand: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description The ETag of an earlier answer: 412 when what it is about has changed since */
        'If-Match'?: string;
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BrandChange'];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Brand'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      409: components['responses']['RequestInProgress'];
      412: components['responses']['ChangedMeanwhile'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  listTodo: {
    parameters: {
      query?: {
        /** @description What the account acknowledged, in place of the rest */
        acknowledged?: 'true';
        /** @description `nextCursor` of the answer before */
        cursor?: string;
        /** @description Of this customer alone */
        customer?: string;
        kind?:
          | 'cloned'
          | 'silent'
          | 'refused'
          | 'suspended'
          | 'grace'
          | 'stopped'
          | 'mail-bounced'
          | 'webhook-disabled'
          | 'locked'
          | 'ends'
          | 'care-ends'
          | 'care-ended'
          | 'over-assigned'
          | 'nearly-used'
          | 'restored'
          | 'advisory'
          | 'emergency'
          | 'to-activate';
        limit?: number;
        /** @description Of this server alone */
        server?: string;
      };
      header?: {
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TodoPage'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  acknowledge: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Acknowledgement'];
      };
    };
    responses: {
      /** @description Created */
      201: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Todo'];
        };
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['InvalidRequestProblem'] | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      409: components['responses']['RequestInProgress'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
  takeBackAcknowledgement: {
    parameters: {
      query?: never;
      header?: {
        /** @description The same key with the same request within a day gets the first answer. Make one for each thing that is to be done once */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /** @description By which the answer and the log are to speak of this request; one that does not match `^[A-Za-z0-9_.:/+=-]{1,100}$` is taken for none */
        'Request-Id'?: components['parameters']['RequestId'];
      };
      path: {
        /** @description By what happened: the same thing that happens again has another id */
        item: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is not acknowledged */
      204: {
        headers: {
          'Idempotent-Replayed': components['headers']['IdempotentReplayed'];
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `INVALID_REQUEST`, `MALFORMED_ADDRESS`, `MALFORMED_BODY` */
      400: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            | components['schemas']['InvalidRequestProblem']
            | components['schemas']['MalformedAddressProblem']
            | components['schemas']['MalformedBodyProblem'];
        };
      };
      401: components['responses']['NotAuthenticated'];
      403: components['responses']['NotPermitted'];
      404: components['responses']['NotFound'];
      409: components['responses']['RequestInProgress'];
      413: components['responses']['TooLarge'];
      414: components['responses']['AddressTooLong'];
      415: components['responses']['UnsupportedContentType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['HeadersTooLarge'];
      500: components['responses']['Internal'];
      /** @description `DATABASE_NOT_WRITABLE`, `DATABASE_UNAVAILABLE` */
      503: {
        headers: {
          'Request-Id': components['headers']['RequestId'];
          'Retry-After': components['headers']['RetryAfter'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json':
            components['schemas']['DatabaseNotWritableProblem'] | components['schemas']['DatabaseUnavailableProblem'];
        };
      };
    };
  };
}
