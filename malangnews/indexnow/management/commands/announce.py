import datetime as dt
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils import timezone

from malangnews.indexnow.changes import changed_addresses
from malangnews.indexnow.sending import KEY, NotTaken, send


class Command(BaseCommand):
    help = "Memberi tahu mesin pencari, lewat IndexNow, halaman publik mana yang berubah."

    def add_arguments(self, parser):
        parser.add_argument("--hours", type=float, default=24, help="Berapa jam ke belakang.")
        parser.add_argument("--since", help="Sejak kapan, sebagai 2026-11-24T08:00+07:00.")
        parser.add_argument("--site", help="Alamat portal. Contoh: https://malangnews.contoh.go.id")
        parser.add_argument(
            "--dry-run", action="store_true", help="Tampilkan saja, tanpa mengirim."
        )

    def handle(self, *args, hours, since, site, dry_run, **options):
        key = settings.INDEXNOW_KEY
        if not key and not dry_run:
            self.stdout.write("INDEXNOW_KEY belum diisi: tidak ada yang dikirim.")
            return
        if key and not KEY.fullmatch(key):
            raise CommandError("INDEXNOW_KEY harus 8 sampai 128 huruf, angka, atau tanda hubung.")
        scheme, host = self._site(site)
        addresses = changed_addresses(self._since(since, hours), scheme, host)
        if dry_run:
            self.stdout.writelines(f"{address}\n" for address in addresses)
        elif addresses:
            where = f"{scheme}://{host}{reverse('indexnow_key', args=[key])}"
            try:
                send(settings.INDEXNOW_ENDPOINT, key, host, where, addresses)
            except NotTaken as error:
                raise CommandError(str(error)) from error
        self.stdout.write(f"{len(addresses)} alamat {'akan ' if dry_run else ''}dikirim.")

    def _since(self, since: str | None, hours: float) -> dt.datetime:
        if not since:
            try:
                return timezone.now() - dt.timedelta(hours=hours)
            except OverflowError:
                raise CommandError("Jumlah jam terlalu besar.") from None
        try:
            moment = dt.datetime.fromisoformat(since)
        except ValueError:
            raise CommandError(f"“{since}” bukan waktu.") from None
        return moment if timezone.is_aware(moment) else timezone.make_aware(moment)

    def _site(self, site: str | None) -> tuple[str, str]:
        """Return (scheme, host) of the portal: as given, else its first host name."""
        if not site:
            named = [host for host in settings.ALLOWED_HOSTS if host[0] not in ".*"]
            if not named:
                raise CommandError("Sebutkan alamat portal dengan --site.")
            site = f"{'https' if settings.BEHIND_TLS else 'http'}://{named[0]}"
        parts = urlsplit(site)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise CommandError(f"“{site}” bukan alamat portal.")
        return parts.scheme, parts.netloc
