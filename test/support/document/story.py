"""The same story as story.ts, by the client that openapi-python-client makes of the document."""

import sys
from http import HTTPStatus

from licensing import AuthenticatedClient
from licensing.api.app_suite import activate_server
from licensing.api.events import read_feed
from licensing.api.orders import place_order, renew_order, unlock_order
from licensing.api.servers import read_token, register_server, set_capacity
from licensing.models import (
    Activation,
    ActivationPublicKey,
    CapacityChange,
    NewServer,
    PostedLine,
    PostedOrder,
    PostedParty,
    Renewal,
    RenewalLinesItem,
    RenewalNotLaterProblem,
)


def done(response):
    """What was answered; ends the story where that was a refusal."""
    if response.status_code >= 400:
        sys.exit(f"{response.status_code}: {response.content.decode()}")
    return response.parsed


def live(client, number):
    customer = PostedParty(id=f"hotel-{number}", name="Acme Hotels", email="it@acme-hotels.example")
    order = PostedOrder(
        number=number,
        customer=customer,
        reseller=PostedParty(id="northwind-voice", name="Northwind Voice", email="orders@northwind-voice.example"),
        lines=[
            PostedLine(
                application="attendant-console", capacity=20, license_="subscription", ends_on="2099-11-30", reference="10"
            ),
            PostedLine(application="digital-fax", capacity=8, license_="perpetual"),
        ],
    )
    cursor = done(read_feed.sync_detailed(client=client, after="end")).next_cursor
    done(place_order.sync_detailed(client=client, body=order, idempotency_key=f"place-{number}"))
    again = place_order.sync_detailed(client=client, body=order)
    if again.status_code != HTTPStatus.OK or again.parsed.number != number:
        sys.exit(f"The same order again was {again.status_code}")

    done(unlock_order.sync_detailed(number, client=client))
    renewal = Renewal(
        reference="TOO-EARLY", ends_on="2098-11-30", confirm_far=True, lines=[RenewalLinesItem(line="1")]
    )
    refused = renew_order.sync(number, client=client, body=renewal)
    if not isinstance(refused, RenewalNotLaterProblem) or refused.ends_on != "2099-11-30":
        sys.exit(f"An earlier last day was {refused}")

    server = done(register_server.sync_detailed(customer.id, client=client, body=NewServer("Front desk", "production")))
    capacity = CapacityChange(capacity=15)
    done(set_capacity.sync_detailed(server.id, "attendant-console", client=client, body=capacity))
    token = done(read_token.sync_detailed(server.id, client=client)).token
    public_key = ActivationPublicKey(kty="OKP", crv="Ed25519", x="11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")
    machine = Activation(
        token=token, fingerprint=f"pbx-{number}", version="2026.Autumn.1", public_key=public_key
    )
    done(activate_server.sync_detailed(client=client, body=machine))

    heard = []
    while "activated" not in heard:
        page = done(read_feed.sync_detailed(client=client, after=cursor, wait=30))
        heard += [event.type_ for event in page.items if event.stream == f"order/{number}"]
        cursor = page.next_cursor
    return heard


if __name__ == "__main__":
    url, key, number = sys.argv[1:]
    print(" ".join(live(AuthenticatedClient(base_url=url, token=key, timeout=60), number)))
