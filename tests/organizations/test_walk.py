"""Does signing in walk?"""

from __future__ import annotations

from recado.organizations.models import Role
from tests.support.access import Office


async def test_sign_in_walks(house: Office) -> None:
    clinic = await house.organization("clinica")
    await house.person("ana@clinica.test", {clinic: Role.ORG_ADMIN})
    browser = house.browser()
    answer = await browser.sign_in("Ana@Clinica.test")
    assert answer.status_code == 200, answer.text
    me = await browser.get("/me")
    assert me.status_code == 200, me.text
    again = await browser.refresh()
    assert again.status_code == 200, again.text
    assert (await browser.get("/members")).status_code == 200
    assert (await browser.delete("/session")).status_code == 204
    assert (await browser.get("/me")).status_code == 401
