"""What in a message is no prose?"""

from __future__ import annotations

import pytest

from glossary.spotting.masking import masked


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("run `redis` now", "run  now"),
        ("run ``a `b` c`` now", "run  now"),
        ("```\nredis\n``` after", " after"),
        ("```\nnever closed", ""),
        ("a ` alone", "a ` alone"),
        ("see https://a.example/redis?x=1 there", "see  there"),
        ("see <https://a.example|redis> there", "see  there"),
        ("see [redis](https://a.example) there", "see  there"),
        ("<@U1> <#C1|redis> <!here> <:redis:1> <a:redis:1> <t:1:R>", "     "),
        ("a < b and c > d", "a < b and c > d"),
        (":redis: and :레디스:", " and "),
        ("at 12:30: go", "at 12:30: go"),
        ("mail a.b@redis.example or @redis", "mail  or "),
        ("in /var/redis/x and ~/redis, CI/CD", "in  and , CI/CD"),
        ("redis.conf, www.redis.example, a.redis.example", ", , "),
        ("Node.js at the end.Next", "Node.js at the end.Next"),
    ],
)
def test_what_is_no_prose_is_blanked_out(text: str, left: str) -> None:
    """The length stays, so that places stay."""
    once = masked(text)
    assert len(once) == len(text)
    assert once.replace("\0", "") == left
