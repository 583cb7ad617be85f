"""What our blocks are called in other languages: Arabic, Dutch, French, German, Italian, Persian, Polish and more."""

NAMES = {
    "cards": "cardiau|cardiau fflach|картки|флешкартки|карточки|بطاقات|البطاقات|بطاقات تعليمية|کارت‌ها|کارتها|karty|fiszki"
    "|cartes|cartes mémoire|karten|lernkarten|karteikarten|tarjetas|schede|cartões|carduri|cartonașe|kaarten|kartlar|卡片",
    "details": "manylion|деталі|подробиці|подробности|детали|تفاصيل|التفاصيل|szczegóły|détails|einzelheiten|detalles|dettagli"
    "|detalhes|detalii|ayrıntılar|جزئیات",
    "timeline": "llinell amser|хронологія|стрічка часу|часова шкала|лінія часу|хронология|лента времени|خط زمني|الخط الزمني"
    "|oś czasu|chronologie|frise chronologique|ligne du temps|zeitleiste|zeitstrahl|cronología|línea de tiempo"
    "|línea del tiempo|cronologia|linea del tempo|linha do tempo|cronologie|tijdlijn|zaman çizelgesi|时间线",
    "columns": "colofnau|стовпці|колонки|столбцы|أعمدة|الأعمدة|kolumny|colonnes|spalten|columnas|colonne|colunas|coloane"
    "|kolommen|sütunlar",
    "layers": "haenau|шари|слои|طبقات|الطبقات|warstwy|couches|ebenen|schichten|capas|strati|camadas|straturi|lagen|katmanlar",
    "checklist": "rhestr wirio|контрольний список|список справ|чек-лист|чекліст|чеклист|контрольный список|قائمة تحقق"
    "|قائمة التحقق|قائمة مراجعة|قائمة المراجعة|lista kontrolna|liste de contrôle|liste de vérification|checkliste"
    "|lista de verificación|lista de comprobación|lista di controllo|lista de verificação|listă de verificare"
    "|controlelijst|kontrol listesi|检查清单|چک لیست",
    "declare": "datgan|datganiad|декларація|заява|підтвердження|декларация|заявление|подтверждение|إقرار|تعهد|oświadczenie"
    "|deklaracja|déclaration|erklärung|bestätigung|declaración|dichiarazione|declaração|declarație|verklaring|beyan",
    "picture": "llun|darlun|зображення|малюнок|картинка|изображение|рисунок|صورة|obraz|obrazek|ilustracja|image|bild|imagen"
    "|immagine|imagem|imagine|afbeelding|resim|تصویر",
    "survey": "arolwg|holiadur|анкета|опитування|опрос|استبيان|استطلاع|ankieta|sondage|enquête|umfrage|fragebogen|encuesta"
    "|cuestionario|sondaggio|questionario|inquérito|questionário|sondaj|chestionar|vragenlijst|anket|问卷|نظرسنجی",
    "file": "ffeil|файл|ملف|plik|fichier|datei|archivo|ficheiro|arquivo|fișier|bestand|dosya",
    "scene": "golygfa|сцена|مشهد|المشهد|scena|scène|szene|escena|cena|scenă|sahne|场景|صحنه",
    "scale": "graddfa|шкала|مقياس|المقياس|skala|échelle|escala|scala|scară|schaal|ölçek",
    "reflect": "myfyrio|adfyfyrio|роздуми|рефлексія|рефлексия|размышление|تأمل|التأمل|refleksja|réflexion|reflexion|reflexión"
    "|riflessione|reflexão|reflecție|reflectie",
    "sort": "didoli|сортування|сортировка|فرز|تصنيف|sortowanie|tri|sortieren|clasificar|classificare|classificar|sortare"
    "|sorteren",
    "match": "paru|відповідність|знайди пару|соответствие|مطابقة|dopasowanie|dopasuj|associer|zuordnen|zuordnung|emparejar"
    "|abbinare|associar|potrivire|eşleştirme|eşleştir",
    "watch": "fideo|gwylio|відео|видео|فيديو|شاهد|wideo|vidéo|vídeo",
    "listen": "gwrando|sain|аудіо|аудио|слухайте|استمع|صوت|posłuchaj|nagranie|écouter|escuchar|ascolta|ouvir",
}
"""The word of a block in small letters -> its names in other languages."""
BY_NAME = {name: word for word, names in NAMES.items() for name in names.split("|")}
