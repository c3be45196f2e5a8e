"""Does an invitation open once, for the right one, and tell nobody else anything? (T29)"""

from __future__ import annotations

import re

from recado.organizations.models import Role
from tests.support.access import PASSWORD, REFRESH, Browser, Office
from tests.support.jobs import change, rows

NEW = "gaveta-funda-3141"


async def invited(ana: Browser, email: str, role: str = "agent", **more: str) -> str:
    """Invite and return the token of the link."""
    answer = await ana.request("POST", "/members/invitations", json={"email": email, "role": role}, headers=more)
    assert answer.status_code == 201, answer.text
    link = answer.json()["link"]
    assert re.fullmatch(r"http://recado\.test/convite#[A-Za-z0-9_-]{43}", link)
    return str(link.rpartition("#")[2])


async def admin(house: Office, slug: str = "clinica") -> Browser:
    clinic = await house.organization(slug)
    await house.person(f"ana@{slug}.test", {clinic: Role.ORG_ADMIN})
    return await house.signed_in(f"ana@{slug}.test")


async def test_t29_somebody_new_joins_with_a_link_once(house: Office) -> None:
    ana = await admin(house)
    token = await invited(ana, " Bia@Clinica.test ")
    bia = house.browser()
    shown = await bia.post("/invitations/read", {"token": token})
    assert shown.json()["organization"] == "Clinica"
    assert (shown.json()["email"], shown.json()["role"]) == ("bia@clinica.test", "agent")
    for weak, reason in (("curta", "too_short"), ("Flamengo2020", "common"), ("Prates-Zuleide", "personal")):
        answer = await bia.post("/invitations/accept", {"token": token, "name": "Zuleide Prates", "password": weak})
        assert (answer.status_code, answer.json()["data"]["reason"]) == (422, reason), weak
    accepted = await bia.post("/invitations/accept", {"token": token, "name": "Bia", "password": NEW})
    assert accepted.status_code == 200, accepted.text
    assert (accepted.json()["role"], accepted.json()["user"]["name"]) == ("agent", "Bia")
    assert bia.cookies[REFRESH]
    bia.token = accepted.json()["access_token"]
    assert (await bia.get("/members")).status_code == 200
    for path, body in (
        ("/invitations/accept", {"token": token, "name": "Eva", "password": NEW}),
        ("/invitations/read", {"token": token}),
        ("/invitations/read", {"token": "x" * 43}),
    ):
        again = await house.browser().post(path, body)
        assert (again.status_code, again.json()["code"]) == (410, "invitation_gone")
    assert (await house.browser().sign_in("bia@clinica.test", NEW)).status_code == 200


async def test_t29_the_link_comes_from_the_settings_and_the_token_is_stored_hashed(house: Office) -> None:
    ana = await admin(house)
    token = await invited(ana, "bia@clinica.test", host="evil.test", **{"x-forwarded-host": "evil.test"})
    dump = str(rows(house.clone, "select t::text from invitations t")) + str(
        rows(house.clone, "select t::text from audit_entries t")
    )
    assert token not in dump
    assert token.encode().hex() not in dump
    assert token not in (await ana.get("/members/invitations")).text


async def test_t29_a_withdrawn_replaced_or_old_link_is_gone(house: Office) -> None:
    ana = await admin(house)
    first = await invited(ana, "bia@clinica.test")
    second = await invited(ana, "bia@clinica.test", "viewer")
    listed = (await ana.get("/members/invitations")).json()["items"]
    assert [one["role"] for one in listed] == ["viewer"]
    withdrawn = await invited(ana, "caio@clinica.test")
    caio = next(one for one in (await ana.get("/members/invitations")).json()["items"] if "caio" in one["email"])
    assert (await ana.delete(f"/members/invitations/{caio['id']}")).status_code == 204
    assert (await ana.delete(f"/members/invitations/{caio['id']}")).status_code == 404
    change(house.clone, "update invitations set expires_at = now() where role = 'viewer'")
    for token in (first, second, withdrawn):
        answer = await house.browser().post("/invitations/accept", {"token": token, "name": "X", "password": NEW})
        assert answer.status_code == 410
    assert rows(house.clone, "select count(*) from users") == [(1,)]


async def test_an_account_joins_another_organization_with_the_password_it_has(house: Office) -> None:
    ana, rui = await admin(house), await admin(house, "garagem")
    token = await invited(rui, "ana@clinica.test", "viewer")
    visitor = house.browser()
    wrong = await visitor.post("/invitations/accept", {"token": token, "name": "Impostora", "password": NEW})
    assert (wrong.status_code, wrong.json()["code"]) == (401, "wrong_credentials")
    right = await visitor.post("/invitations/accept", {"token": token, "name": "Outro nome", "password": PASSWORD})
    assert right.status_code == 200, right.text
    assert right.json()["user"]["name"] == "ana", "an invitation changes nobody's name"
    assert {one["name"] for one in right.json()["organizations"]} == {"Clinica", "Garagem"}
    assert right.json()["organization"]["slug"] == "garagem"
    assert (await ana.get("/me")).json()["organization"]["slug"] == "clinica"
    conflict = await rui.post("/members/invitations", {"email": "ANA@clinica.test", "role": "agent"})
    assert (conflict.status_code, conflict.json()["code"]) == (409, "already_member")


async def test_inviting_tells_nobody_who_else_has_an_account(house: Office) -> None:
    await admin(house)
    rui = await admin(house, "garagem")
    known = await rui.post("/members/invitations", {"email": "ana@clinica.test", "role": "agent"})
    unknown = await rui.post("/members/invitations", {"email": "eva@clinica.test", "role": "agent"})
    assert known.status_code == unknown.status_code == 201
    assert known.json()["invitation"].keys() == unknown.json()["invitation"].keys()
    shown = [
        (await house.browser().post("/invitations/read", {"token": one.json()["link"].rpartition("#")[2]}))
        .json()
        .keys()
        for one in (known, unknown)
    ]
    assert shown[0] == shown[1]


async def test_a_disabled_member_comes_back_by_invitation(house: Office) -> None:
    ana = await admin(house)
    token = await invited(ana, "bia@clinica.test")
    bia = house.browser()
    joined = (await bia.post("/invitations/accept", {"token": token, "name": "Bia", "password": NEW})).json()
    assert (await ana.patch(f"/members/{joined['user']['id']}", {"active": False})).status_code == 200
    assert (await bia.sign_in("bia@clinica.test", NEW)).status_code == 401
    token = await invited(ana, "bia@clinica.test", "operator")
    back = await bia.post("/invitations/accept", {"token": token, "name": "Bia", "password": NEW})
    assert (back.status_code, back.json()["role"]) == (200, "operator")


async def test_t27_answering_an_invitation_is_no_way_around_the_limits(house: Office) -> None:
    from recado.organizations.rules.attempts import AttemptLimits

    rui = await admin(house, "garagem")
    await admin(house)
    token = await invited(rui, "ana@clinica.test")
    house.change_access(limits=AttemptLimits())
    browser = house.browser()
    answers = [
        (
            await browser.post("/invitations/accept", {"token": token, "name": "X", "password": f"palpite-{n}"})
        ).status_code
        for n in range(8)
    ]
    assert answers == [401] * 5 + [429] * 3
