"""`make run` with stand-ins for the product's commands: everything else, PostgreSQL included, is real."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from recado.app.run.__main__ import main
from recado.app.run.plan import Part, Plan

FAKE = (sys.executable, str(Path(__file__).with_name("fake_part.py")))
MIGRATE = """
import os, psycopg
with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
    connection.execute("create table if not exists alembic_version as select '0008' as version_num")
"""
DEMO = """
import json, os
open(os.environ["FAKE_DEMOS"], "a").write("x")
print("preparing")
print(json.dumps({"email": "dona@clinica.example", "password": "segredo-da-demo", "account": {"phone_number_id": "1"}}))
"""
CHANNEL = "import os; print('  Número', os.environ['META_PHONE_NUMBER_ID'], 'pronto')"


def plan(port: int) -> Plan:
    extra = tuple(os.environ.get("FAKE_API", "").split())
    simulator = Part(name="simulator", command=(*FAKE, "simulator", "--port", str(port + 1)))
    return Plan(
        migrate=(sys.executable, "-c", os.environ.get("FAKE_MIGRATE", MIGRATE)),
        demo=(sys.executable, "-c", DEMO),
        parts=(
            Part(name="api", command=(*FAKE, "api", "--port", str(port), *extra)),
            Part(name="worker-1", command=(*FAKE, "worker-1")),
        ),
        simulator=simulator,
        channel=(sys.executable, "-c", CHANNEL) if os.environ.get("META_PHONE_NUMBER_ID") else (),
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ, plan=plan(int(os.environ.get("FAKE_PORT", os.environ["PORT"])))))
