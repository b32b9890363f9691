"""What one of the staff can do about an account."""

from newsclip.accounts.models import Reader
from newsclip.community import queries


def deeds_for(staff: Reader, person: Reader) -> list[str]:
    """Nobody changes their own account here; only who has all rights decides about staff, and appoints them."""
    is_above = (person.is_staff or person.is_superuser) and not staff.is_superuser
    if person.pk == staff.pk or is_above or person.leaving_at:
        return []
    deeds = ["close" if person.is_active else "open"]
    if person.is_active:
        deeds += queries.appointments(person.pk)
        if staff.is_superuser:
            deeds.append("take_staff" if person.is_staff else "give_staff")
            deeds += ["take_all"] if person.is_superuser else ["give_all"] if person.is_staff else []
    return deeds
