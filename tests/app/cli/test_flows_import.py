"""Does a terminal turn an exported bot into a flow's file, and tell what it lost?"""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from recado.app.cli import cli
from recado.app.cli.flow_files import load
from recado.app.installed import installed_nodes

BOTS = Path(__file__).parents[2] / "flows" / "imports" / "typebot" / "bots"


def run(*arguments: str | Path) -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["flows", "import", *map(str, arguments)])
    return done.exit_code, done.output


def test_a_bot_becomes_a_file_that_checks(tmp_path: Path) -> None:
    code, said = run(BOTS / "pedido.json", "--folder", tmp_path / "novos")
    assert code == 0
    assert "a refazer: Grupo “Pedido”, bloco 5 (pagamento, “payment input”): Pagamento (Stripe, 25 BRL)" in said
    assert "Relatório: 1 a refazer, 1 a conferir" in said
    (file,) = load([tmp_path / "novos" / "pedido-da-padaria.flow.yaml"], installed_nodes())
    assert not file.has_errors
    assert file.definition["name"] == "Pedido da padaria"


def test_nothing_is_written_over_unless_wanted(tmp_path: Path) -> None:
    run(BOTS / "nps.json", "--folder", tmp_path)
    assert run(BOTS / "nps.json", "--folder", tmp_path, "--name", "Outra")[0] == 1
    assert run(BOTS / "nps.json", "--folder", tmp_path, "--name", "Outra", "--force")[0] == 0
    assert "name: Outra" in (tmp_path / "pesquisa-nps.flow.yaml").read_text("utf-8")


def test_strict_fails_where_something_has_to_be_rebuilt(tmp_path: Path) -> None:
    assert run(BOTS / "pedido.json", "--folder", tmp_path, "--strict")[0] == 1
    assert run(BOTS / "nps.json", "--folder", tmp_path, "--strict")[0] == 0


def test_what_is_no_bot_is_refused_in_words(tmp_path: Path) -> None:
    wrong = tmp_path / "x.json"
    for written, word in (("[]", "não é uma exportação"), ("{", "não é um JSON"), ('{"nodes": {}}', "não há grupos")):
        wrong.write_text(written)
        code, said = run(wrong, "--folder", tmp_path)
        assert (code, word in said) == (1, True)
    assert list(tmp_path.iterdir()) == [wrong]
