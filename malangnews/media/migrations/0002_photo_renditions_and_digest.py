from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("media", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="photo",
            name="digest",
            field=models.CharField(
                blank=True,
                default="",
                editable=False,
                max_length=64,
                verbose_name="sidik gambar",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="photo",
            name="renditions",
            field=models.JSONField(
                blank=True, default=list, editable=False, verbose_name="turunan"
            ),
        ),
        migrations.AddIndex(
            model_name="photo",
            index=models.Index(fields=["digest"], name="media_photo_digest"),
        ),
    ]
