"""The icons of the installed site, drawn from the favicon's shapes."""

from newsclip.web.drawing.mark import ICONS, STATIC, draw_icon


def draw_icons() -> dict[str, int]:
    """Write them beside the favicon. Their names and sizes in bytes."""
    for icon in ICONS:
        draw_icon(icon).save(STATIC / icon.name, optimize=True)
    return {icon.name: (STATIC / icon.name).stat().st_size for icon in ICONS}
